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
 * A submitted authorization letter as the review desk sees it.
 *
 * @param workOrder the work order under which it was submitted
 * @param letterId the letter
 * @param accountId the account that owns it
 * @param revision number of the submission
 * @param qualificationId the qualification that it was handed in with; null where it was handed in alone
 * @param submittedAt when it was submitted
 * @param decided whether it was decided already, and is only relied on
 * @param evaluation what the pre-check found that is not as it must be; null where the qualification's says it
 * @param name name of the letter
 * @param authoriser 授权方
 * @param creditCode its credit code
 * @param authorisedParty 被授权方; in full where it is the company that the account was verified as, else masked
 * @param validFrom first day of its validity
 * @param validTo last day of its validity
 * @param documentId picture of the sealed letter
 * @param signatureNames the signatures that it covers
 * @param documents every place of the letter's form that names a document
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
