package io.zizhi.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A filing of a signature has ended before or after its acceptance. No other event about it follows.
 *
 * @param filingId number of the filing
 * @param accountId the account that owns qualification and signature
 * @param signatureId number of the binding
 * @param signatureName the text of the signature, without brackets
 * @param carrier code of the carrier, for example {@code CHINA_MOBILE}; installations may add carriers
 * @param qualificationId the qualification whose data is filed
 * @param workOrder number of the revision that is filed
 * @param letterId the letter that authorises the signature; null for own use
 * @param cause why it ended
 * @param cancelledAt when it ended
 */
public record CarrierFilingCancelled(
        long filingId,
        String accountId,
        long signatureId,
        String signatureName,
        String carrier,
        long qualificationId,
        long workOrder,
        @Nullable Long letterId,
        CarrierFilingCause cause,
        Instant cancelledAt)
        implements CarrierFilingEvent {}
