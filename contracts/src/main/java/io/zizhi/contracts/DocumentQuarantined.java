package io.zizhi.contracts;

import java.time.Instant;

/**
 * The malware scan found a threat in a document. From now on the document can neither be viewed nor used in a
 * submission. A submission that already uses it stays as it is.
 *
 * @param documentId 128 random bits, as 32 hexadecimal digits
 * @param accountId owner
 * @param threat the scanner's name of the threat, for example {@code Win.Test.EICAR_HDB-1}: 1 to 200 printable ASCII
 *     characters
 * @param quarantinedAt when the result was recorded
 */
public record DocumentQuarantined(String documentId, String accountId, String threat, Instant quarantinedAt)
        implements DocumentEvent {}
