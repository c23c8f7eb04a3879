package io.zizhi.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The applicant withdrew a letter from review, alone or together with its qualification (已撤回 WITHDRAWN).
 *
 * @param letterId permanent id of the letter
 * @param workOrder number of the submission that was withdrawn
 * @param accountId the account that owns the letter
 * @param qualificationId the qualification withdrawn together with it, whose own event ends the review; null if the
 *     letter was reviewed alone
 * @param withdrawnAt when it was withdrawn
 */
public record AuthorizationLetterWithdrawn(
        long letterId,
        long workOrder,
        String accountId,
        @Nullable Long qualificationId,
        Instant withdrawnAt) implements AuthorizationLetterEvent {}
