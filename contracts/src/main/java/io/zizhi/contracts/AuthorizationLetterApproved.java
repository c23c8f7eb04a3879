package io.zizhi.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A submitted letter was approved (审核通过 APPROVED).
 *
 * @param letterId id of the letter, for life
 * @param workOrder number of the submission that was decided
 * @param accountId account that owns the letter
 * @param name name of the letter, for the notice
 * @param qualificationId the qualification that it was decided with; null where it was reviewed alone
 * @param contact whom to tell; null where nobody is named, and where the qualification's own notice says it
 * @param approvedAt when the reviewer decided
 */
public record AuthorizationLetterApproved(
        long letterId,
        long workOrder,
        String accountId,
        String name,
        @Nullable Long qualificationId,
        @Nullable LetterContact contact,
        Instant approvedAt)
        implements AuthorizationLetterEvent {}
