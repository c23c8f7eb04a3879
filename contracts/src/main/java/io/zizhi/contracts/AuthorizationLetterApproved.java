package io.zizhi.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A submitted letter was approved (审核通过 APPROVED).
 *
 * @param letterId permanent id of the letter
 * @param workOrder number of the submission decided on
 * @param accountId the account that owns the letter
 * @param name name of the letter, used in the notice
 * @param qualificationId the qualification decided together with it; null if the letter was reviewed alone
 * @param contact the contact to notify; null if there is no contact or the qualification's own notice covers the letter
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
