package io.zizhi.contracts;

import java.time.Instant;

/**
 * A document was deleted, either by its account or because it was unused for a long time. Documents of submitted
 * revisions are never deleted this way.
 *
 * @param documentId 128 random bits, as 32 hexadecimal digits
 * @param accountId owner
 * @param deletedAt when it was deleted
 */
public record DocumentDeleted(String documentId, String accountId, Instant deletedAt) implements DocumentEvent {}
