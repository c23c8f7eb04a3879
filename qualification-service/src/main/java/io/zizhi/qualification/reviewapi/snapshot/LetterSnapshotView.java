package io.zizhi.qualification.reviewapi.snapshot;

import io.zizhi.qualification.filing.evaluation.ReviewerFindings;
import io.zizhi.qualification.form.DocumentUse;
import io.zizhi.qualification.form.LetterForm;
import io.zizhi.qualification.model.letter.LetterSubmission;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A submitted authorization letter as shown to reviewers.
 *
 * @param workOrder work order of the submission
 * @param letterId id of the letter
 * @param accountId the account that owns it
 * @param revision number of the submission
 * @param qualificationId the qualification submitted together with it; null if the letter was submitted alone
 * @param submittedAt when it was submitted
 * @param decided whether the letter was already decided in an earlier review
 * @param evaluation pre-check results that did not pass; null if they are part of the qualification's results
 * @param name name of the letter
 * @param authoriser the company that owns the signatures (授权方)
 * @param creditCode credit code of that company
 * @param authorisedParty the authorised company or person (被授权方); masked unless it is the verified company of the
 *     account
 * @param validFrom first day of its validity
 * @param validTo last day of its validity
 * @param documentId id of the image of the sealed letter
 * @param signatureNames the signatures that the letter covers
 * @param documents all fields of the letter's form that name a document
 */
public record LetterSnapshotView(
        long workOrder,
        long letterId,
        String accountId,
        int revision,
        @Nullable Long qualificationId,
        Instant submittedAt,
        boolean decided,
        @Nullable ReviewerFindings evaluation,
        String name,
        @Nullable String authoriser,
        @Nullable String creditCode,
        @Nullable String authorisedParty,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable String documentId,
        List<String> signatureNames,
        List<DocumentUse> documents) {

    static LetterSnapshotView from(
            LetterSubmission submission,
            LetterForm form,
            @Nullable String authorisedParty,
            @Nullable ReviewerFindings evaluation) {
        return new LetterSnapshotView(
                submission.workOrder(),
                submission.letterId(),
                submission.accountId(),
                submission.number(),
                submission.qualificationId().orElse(null),
                submission.submittedAt(),
                submission.outcome().isPresent(),
                evaluation,
                form.name(),
                form.authoriser(),
                form.creditCode(),
                authorisedParty,
                form.validFrom(),
                form.validTo(),
                form.documentId(),
                form.signatureNames(),
                form.documents());
    }
}
