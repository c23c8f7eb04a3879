package io.zizhi.qualification.reviewapi.snapshot;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.privacy.encryption.AccountCiphers;
import io.zizhi.platform.privacy.personal.PersonName;
import io.zizhi.qualification.account.AccountIdentityRepository;
import io.zizhi.qualification.account.VerifiedIdentity;
import io.zizhi.qualification.catalogue.comparison.SubmittedLetters;
import io.zizhi.qualification.filing.evaluation.ReviewerFindings;
import io.zizhi.qualification.form.LetterForm;
import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.form.standard.CompanyName;
import io.zizhi.qualification.model.letter.LetterSeal;
import io.zizhi.qualification.model.letter.LetterSubmission;
import io.zizhi.qualification.model.revision.Revision;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads submitted letters for reviewers. Must be called inside a session. */
@ApplicationScoped
class LetterSnapshots {

    private final SubmittedLetters submissions;
    private final AccountIdentityRepository identities;
    private final LetterSeal seal;
    private final AccountCiphers ciphers;

    LetterSnapshots(
            SubmittedLetters submissions,
            AccountIdentityRepository identities,
            LetterSeal seal,
            AccountCiphers ciphers) {
        this.submissions = submissions;
        this.identities = identities;
        this.seal = seal;
        this.ciphers = ciphers;
    }

    /** Returns the letter submitted with a revision, or the previously approved letter that the revision names. */
    Uni<Optional<LetterSnapshotView>> of(Revision revision, QualificationForm form) {
        return submissions
                .of(revision, form)
                .chain(found -> found.map(submission -> view(submission).map(Optional::of))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    Uni<LetterSnapshotView> view(LetterSubmission submission) {
        return identities
                .verified(submission.accountId())
                .map(identity -> identity.map(VerifiedIdentity::companyName))
                .chain(company -> ciphers.forAccount(submission.accountId())
                        .map(cipher -> seal.open(submission, cipher))
                        .map(form -> LetterSnapshotView.from(
                                submission,
                                form,
                                party(form, company),
                                seal.evaluation(submission, ReviewerFindings.class)
                                        .orElse(null))));
    }

    /**
     * Returns the party in full if it is the account's company, so that reviewers can compare it with the image. Any
     * other party may be a person and is masked.
     */
    private static @Nullable String party(LetterForm form, Optional<String> company) {
        PersonName party = form.authorisedParty();
        if (party == null) {
            return null;
        }
        return company.filter(name -> CompanyName.same(name, party.reveal())).isPresent()
                ? party.reveal()
                : party.masked();
    }
}
