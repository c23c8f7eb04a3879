package io.zizhi.qualification.reviewapi.snapshot;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.privacy.encryption.AccountCiphers;
import io.zizhi.platform.privacy.personal.PersonName;
import io.zizhi.qualification.account.AccountIdentityRepository;
import io.zizhi.qualification.account.VerifiedIdentity;
import io.zizhi.qualification.filing.evaluation.ReviewerFindings;
import io.zizhi.qualification.form.LetterForm;
import io.zizhi.qualification.form.Period;
import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.form.standard.CompanyName;
import io.zizhi.qualification.model.letter.AuthorizationLetter;
import io.zizhi.qualification.model.letter.LetterRepository;
import io.zizhi.qualification.model.letter.LetterSeal;
import io.zizhi.qualification.model.letter.LetterSubmission;
import io.zizhi.qualification.model.letter.LetterSubmissionRepository;
import io.zizhi.qualification.model.revision.Revision;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads submitted letters for reviewers. Must be called inside a transaction. */
@ApplicationScoped
class LetterSnapshots {

    private final LetterSubmissionRepository submissions;
    private final LetterRepository letters;
    private final AccountIdentityRepository identities;
    private final LetterSeal seal;
    private final AccountCiphers ciphers;

    LetterSnapshots(
            LetterSubmissionRepository submissions,
            LetterRepository letters,
            AccountIdentityRepository identities,
            LetterSeal seal,
            AccountCiphers ciphers) {
        this.submissions = submissions;
        this.letters = letters;
        this.identities = identities;
        this.seal = seal;
        this.ciphers = ciphers;
    }

    /** Returns the letter submitted with a revision, or the previously approved letter that the revision names. */
    Uni<Optional<LetterSnapshotView>> of(Revision revision, QualificationForm form) {
        return submission(revision, form)
                .chain(found -> found.map(submission -> view(submission).map(Optional::of))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    /** Like {@link #of}, but returns the stored submission. */
    Uni<Optional<LetterSubmission>> submission(Revision revision, QualificationForm form) {
        return along(revision)
                .chain(along -> along.isPresent() ? Uni.createFrom().item(along) : approvedBefore(revision, form));
    }

    /**
     * Returns the result of {@link #submission} at the time of an earlier revision; the letter may have been submitted
     * again since.
     */
    Uni<Optional<LetterSubmission>> submissionThen(Revision revision, QualificationForm form) {
        Long letterId = form.letterId();
        return along(revision)
                .chain(along -> along.isPresent() || letterId == null
                        ? Uni.createFrom().item(along)
                        : submissions.newest(letterId, Objects.requireNonNull(revision.submittedAt())));
    }

    private Uni<Optional<LetterSubmission>> along(Revision revision) {
        return submissions.submitted(revision.workOrder().orElseThrow());
    }

    /** Returns the letter that was in use when the revision was submitted; a deleted letter stays readable. */
    private Uni<Optional<LetterSubmission>> approvedBefore(Revision revision, QualificationForm form) {
        Long letterId = form.letterId();
        if (letterId == null) {
            return Uni.createFrom().item(Optional.empty());
        }
        LocalDate then = LocalDate.ofInstant(Objects.requireNonNull(revision.submittedAt()), Period.ZONE);
        return letters.findInUse(revision.accountId(), letterId, then)
                .chain(found -> found.isPresent()
                        ? Uni.createFrom().item(found)
                        : letters.findById(letterId).map(Optional::ofNullable))
                .map(letter -> letter.flatMap(AuthorizationLetter::currentOrder))
                .chain(order -> order.map(submissions::submitted)
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
