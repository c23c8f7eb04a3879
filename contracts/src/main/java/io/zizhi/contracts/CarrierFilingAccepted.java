package io.zizhi.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A carrier accepted the filing of a signature.
 *
 * @param filingId number of the filing
 * @param accountId the account that owns qualification and signature
 * @param signatureId number of the binding
 * @param signatureName the text of the signature, without brackets
 * @param carrier code of the carrier, for example {@code CHINA_MOBILE}; installations may add carriers
 * @param qualificationId the qualification whose data is filed
 * @param workOrder number of the revision that is filed
 * @param letterId the letter that authorises the signature; null for own use
 * @param acceptedAt when the filing system reported it
 */
public record CarrierFilingAccepted(
        long filingId,
        String accountId,
        long signatureId,
        String signatureName,
        String carrier,
        long qualificationId,
        long workOrder,
        @Nullable Long letterId,
        Instant acceptedAt)
        implements CarrierFilingEvent {}
