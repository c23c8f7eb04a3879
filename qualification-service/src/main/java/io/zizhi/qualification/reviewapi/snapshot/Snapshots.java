package io.zizhi.qualification.reviewapi.snapshot;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.privacy.encryption.AccountCipher;
import io.zizhi.platform.privacy.encryption.AccountCiphers;
import io.zizhi.qualification.filing.evaluation.ReviewerFindings;
import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.model.qualification.Qualification;
import io.zizhi.qualification.model.qualification.QualificationRepository;
import io.zizhi.qualification.model.revision.Revision;
import io.zizhi.qualification.model.revision.RevisionSeal;
import io.zizhi.qualification.precheck.recognition.ComparedValues;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Reads submitted revisions for reviewers. Must be called inside a session. */
@ApplicationScoped
class Snapshots {

    private final QualificationRepository qualifications;
    private final RevisionSeal seal;
    private final AccountCiphers ciphers;
    private final LetterSnapshots letters;

    Snapshots(
            QualificationRepository qualifications,
            RevisionSeal seal,
            AccountCiphers ciphers,
            LetterSnapshots letters) {
        this.qualifications = qualifications;
        this.seal = seal;
        this.ciphers = ciphers;
        this.letters = letters;
    }

    /** Returns the whole revision with its personal data masked. */
    Uni<SubmittedSnapshotView> of(Revision revision) {
        return qualifications
                .findById(revision.qualificationId())
                .chain(qualification -> ciphers.forAccount(qualification.accountId())
                        .chain(cipher -> of(qualification, revision, cipher)));
    }

    private Uni<SubmittedSnapshotView> of(Qualification qualification, Revision revision, AccountCipher cipher) {
        QualificationForm form = seal.open(revision, cipher);
        return letters.of(revision, form)
                .map(letter -> SubmittedSnapshotView.from(
                        qualification, revision, form, findings(revision, form, cipher), letter.orElse(null)));
    }

    private @Nullable ReviewerFindings findings(Revision revision, QualificationForm form, AccountCipher cipher) {
        return seal.evaluation(revision, ReviewerFindings.class)
                .map(findings -> findings.withDifferences(ComparedValues.of(form, seal.recognised(revision, cipher))))
                .orElse(null);
    }

    /** Returns the cipher for the account of a revision. */
    Uni<AccountCipher> cipher(Revision revision) {
        return qualifications
                .findById(revision.qualificationId())
                .chain(qualification -> ciphers.forAccount(qualification.accountId()));
    }

    QualificationForm form(Revision revision, AccountCipher cipher) {
        return seal.open(revision, cipher);
    }
}
