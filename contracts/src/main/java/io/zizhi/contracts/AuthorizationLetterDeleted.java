package io.zizhi.contracts;

import java.time.Instant;

/**
 * A letter was deleted by its account; its name is free again.
 *
 * @param letterId id of the letter, for life
 * @param accountId account that owns the letter
 * @param deletedAt when
 */
public record AuthorizationLetterDeleted(long letterId, String accountId, Instant deletedAt)
        implements AuthorizationLetterEvent {}
