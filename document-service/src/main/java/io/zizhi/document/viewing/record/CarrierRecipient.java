package io.zizhi.document.viewing.record;

/**
 * The carrier that receives a copy of a document.
 *
 * @param filingId the carrier filing for which it does
 * @param carrier code of the carrier, for example {@code CHINA_MOBILE}
 */
public record CarrierRecipient(long filingId, String carrier) {}
