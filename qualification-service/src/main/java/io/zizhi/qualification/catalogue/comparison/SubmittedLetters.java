package io.zizhi.qualification.catalogue.comparison;

import io.smallrye.mutiny.Uni;
import io.zizhi.qualification.form.Period;
import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.model.letter.AuthorizationLetter;
import io.zizhi.qualification.model.letter.LetterRepository;
import io.zizhi.qualification.model.letter.LetterSubmission;
import io.zizhi.qualification.model.letter.LetterSubmissionRepository;
import io.zizhi.qualification.model.revision.Revision;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/** Finds the authorization letters of submitted revisions. Must be called inside a session. */
@ApplicationScoped
public class SubmittedLetters {

    private final LetterSubmissionRepository submissions;
    private final LetterRepository letters;

    SubmittedLetters(LetterSubmissionRepository submissions, LetterRepository letters) {
        this.submissions = submissions;
        this.letters = letters;
    }

    /** Returns the letter submitted with a revision, or the previously approved letter that the revision names. */
    public Uni<Optional<LetterSubmission>> of(Revision revision, QualificationForm form) {
        return along(revision)
                .chain(along -> along.isPresent() ? Uni.createFrom().item(along) : approvedBefore(revision, form));
    }

    /**
     * Returns the result of {@link #of} at the time of an earlier revision; the letter may have been submitted again
     * since.
     */
    public Uni<Optional<LetterSubmission>> then(Revision revision, QualificationForm form) {
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
}
