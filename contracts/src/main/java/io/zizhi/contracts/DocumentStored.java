package io.zizhi.contracts;

import java.time.Instant;

/**
 * A document was taken in, encrypted and stored.
 *
 * @param documentId 128 random bits, as 32 hexadecimal digits
 * @param accountId owner
 * @param kind kind of document, for example {@code BUSINESS_LICENSE}
 * @param contentType media type found in the bytes
 * @param size bytes, before encryption
 * @param sha256 hexadecimal digest of the bytes, before encryption
 * @param storedAt when
 */
public record DocumentStored(
        String documentId,
        String accountId,
        String kind,
        String contentType,
        long size,
        String sha256,
        Instant storedAt)
        implements DocumentEvent {}
