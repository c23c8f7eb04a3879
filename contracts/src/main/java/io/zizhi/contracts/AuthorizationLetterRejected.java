package io.zizhi.contracts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A submitted letter was rejected (审核不通过 REJECTED).
 *
 * @param letterId permanent id of the letter
 * @param workOrder number of the submission decided on
 * @param accountId the account that owns the letter
 * @param name name of the letter, used in the notice
 * @param qualificationId the qualification decided together with it; null if the letter was reviewed alone
 * @param contact the contact to notify; null if there is no contact or the qualification's own notice covers the letter
 * @param reasons reasons as codes with pointers into the letter; the reviewer's words stay in review-service
 * @param rejectedAt when the reviewer decided
 */
public record AuthorizationLetterRejected(
        long letterId,
        long workOrder,
        String accountId,
        String name,
        @Nullable Long qualificationId,
        @Nullable LetterContact contact,
        List<DecisionReason> reasons,
        Instant rejectedAt)
        implements AuthorizationLetterEvent {}
