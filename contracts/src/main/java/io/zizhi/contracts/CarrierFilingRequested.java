package io.zizhi.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A bound signature must be filed with a carrier. The filing system fetches the data of the filing and files it.
 *
 * @param filingId number of the filing
 * @param accountId the account that owns qualification and signature
 * @param signatureId number of the binding
 * @param signatureName the text of the signature, without brackets
 * @param carrier code of the carrier, for example {@code CHINA_MOBILE}; installations may add carriers
 * @param qualificationId the qualification whose data is filed
 * @param workOrder number of the revision that is filed
 * @param letterId the letter that authorises the signature; null for own use
 * @param dueAt when the filing system should have filed it
 * @param requestedAt when it was requested
 * @param refiles the rejected filing that this one repeats; null for the first filing with a revision
 */
public record CarrierFilingRequested(
        long filingId,
        String accountId,
        long signatureId,
        String signatureName,
        String carrier,
        long qualificationId,
        long workOrder,
        @Nullable Long letterId,
        Instant dueAt,
        Instant requestedAt,
        @Nullable Long refiles)
        implements CarrierFilingEvent {}
