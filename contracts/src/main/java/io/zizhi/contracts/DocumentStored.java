package io.zizhi.contracts;

import java.time.Instant;

/**
 * A document was uploaded, encrypted and stored.
 *
 * @param documentId 128 random bits, as 32 hexadecimal digits
 * @param accountId owner
 * @param kind kind of document, for example {@code BUSINESS_LICENSE}
 * @param contentType media type detected from the bytes
 * @param size size in bytes, before encryption
 * @param sha256 SHA-256 digest of the bytes before encryption, in hexadecimal
 * @param storedAt when it was stored
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
