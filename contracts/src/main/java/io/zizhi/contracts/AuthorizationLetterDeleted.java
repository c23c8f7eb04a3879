package io.zizhi.contracts;

import java.time.Instant;

/**
 * The account deleted a letter. The name of the letter can be used again.
 *
 * @param letterId permanent id of the letter
 * @param accountId the account that owns the letter
 * @param deletedAt when it was deleted
 */
public record AuthorizationLetterDeleted(long letterId, String accountId, Instant deletedAt)
        implements AuthorizationLetterEvent {}
