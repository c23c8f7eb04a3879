package io.zizhi.contracts;

import java.time.Instant;

/**
 * A document that no submitted revision relies on was deleted: by its account, or because it had been unused for long.
 *
 * @param documentId 128 random bits, as 32 hexadecimal digits
 * @param accountId owner
 * @param deletedAt when
 */
public record DocumentDeleted(String documentId, String accountId, Instant deletedAt) implements DocumentEvent {}
