package io.zizhi.contracts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A submitted letter was rejected (审核不通过 REJECTED).
 *
 * @param letterId id of the letter, for life
 * @param workOrder number of the submission that was decided
 * @param accountId account that owns the letter
 * @param name name of the letter, for the notice
 * @param qualificationId the qualification that it was decided with; null where it was reviewed alone
 * @param contact whom to tell; null where nobody is named, and where the qualification's own notice says it
 * @param reasons why, as data, with pointers into the letter; the prose stays with review-service
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
