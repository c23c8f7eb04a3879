package io.zizhi.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A letter was taken back from review, alone or with the qualification that it was handed in with (已撤回 WITHDRAWN).
 *
 * @param letterId id of the letter, for life
 * @param workOrder number of the submission that was taken back
 * @param accountId account that owns the letter
 * @param qualificationId the qualification that was withdrawn with it and whose own event ends the review; null where the
 *     letter was reviewed alone
 * @param withdrawnAt when
 */
public record AuthorizationLetterWithdrawn(
        long letterId,
        long workOrder,
        String accountId,
        @Nullable Long qualificationId,
        Instant withdrawnAt) implements AuthorizationLetterEvent {}
