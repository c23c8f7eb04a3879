package io.zizhi.qualification.reviewapi.snapshot;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.privacy.encryption.AccountCipher;
import io.zizhi.qualification.account.viewing.RecordView;
import io.zizhi.qualification.catalogue.comparison.FormDifference;
import io.zizhi.qualification.catalogue.comparison.LetterDifferenceView;
import io.zizhi.qualification.catalogue.comparison.SubmittedLetters;
import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.model.letter.LetterSubmission;
import io.zizhi.qualification.model.revision.Revision;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares a submission of a qualification with an earlier one, for review-service. */
@ApplicationScoped
public class CompareSubmissions {

    private final PreviousRevisions revisions;
    private final Snapshots snapshots;
    private final SubmittedLetters letters;
    private final CompareLetters compareLetters;
    private final RecordView recordView;

    CompareSubmissions(
            PreviousRevisions revisions,
            Snapshots snapshots,
            SubmittedLetters letters,
            CompareLetters compareLetters,
            RecordView recordView) {
        this.revisions = revisions;
        this.snapshots = snapshots;
        this.letters = letters;
        this.compareLetters = compareLetters;
        this.recordView = recordView;
    }

    @WithTransaction
    public Uni<SubmissionDifferenceView> handle(long workOrder, BeforeName from, Caller service) {
        return revisions
                .submitted(workOrder)
                .call(revision -> recordView.handle(
                        service,
                        revision.accountId(),
                        "submission.viewed",
                        "submission",
                        workOrder,
                        List.of("difference")))
                .chain(after -> revisions.before(after, from).chain(before -> compare(before, after)));
    }

    private Uni<SubmissionDifferenceView> compare(Revision before, Revision after) {
        return snapshots.cipher(after).chain(cipher -> {
            QualificationForm old = snapshots.form(before, cipher);
            QualificationForm now = snapshots.form(after, cipher);
            return letters.then(before, old)
                    .chain(oldLetter -> letters.of(after, now)
                            .map(newLetter -> compare(oldLetter.orElse(null), newLetter.orElse(null), cipher)))
                    .map(letter ->
                            SubmissionDifferenceView.of(before, after, FormDifference.between(old, now), letter));
        });
    }

    private @Nullable LetterDifferenceView compare(
            @Nullable LetterSubmission before, @Nullable LetterSubmission after, AccountCipher cipher) {
        return before == null && after == null ? null : compareLetters.compare(before, after, cipher);
    }
}
