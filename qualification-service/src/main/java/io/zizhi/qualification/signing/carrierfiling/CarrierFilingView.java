package io.zizhi.qualification.signing.carrierfiling;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zizhi.contracts.CarrierFilingCause;
import io.zizhi.platform.privacy.encryption.AccountCipher;
import io.zizhi.qualification.model.carrierfiling.CarrierFiling;
import io.zizhi.qualification.model.carrierfiling.CarrierFilingSeal;
import io.zizhi.qualification.model.carrierfiling.CarrierFilingStatus;
import io.zizhi.qualification.model.revision.Decision;
import io.zizhi.qualification.model.revision.ItemView;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The filing of a signature with a carrier.
 *
 * @param id id of the carrier filing
 * @param carrier code of the carrier, for example {@code CHINA_MOBILE}
 * @param status its state
 * @param version incremented by every change
 * @param signatureId id of the binding
 * @param signatureName text of the signature, without brackets
 * @param qualificationId the qualification whose data is filed
 * @param workOrder work order of the filed revision
 * @param letterId the letter in use when it was requested; absent for own use
 * @param requestedAt when it was requested
 * @param dueAt when the filing system should have filed it, or the carrier should have answered; absent after that
 * @param overdue whether that time has passed
 * @param attempts how often the filing system has claimed it
 * @param round 1 for the first filing with a revision, one more each time a rejected one is filed again
 * @param refiles the rejected carrier filing that this one repeats; absent for the first
 * @param claimedUntil until when the newest claim reserves it; absent if nobody has claimed it
 * @param filedAt when it was filed
 * @param reportedAt when the filing system reported last
 * @param reason code of the rejection
 * @param note note of the last report; may contain personal data; absent in lists of the filing system
 * @param item what the applicant can do about a rejection
 * @param cause why it was cancelled
 * @param endedAt when it was rejected or cancelled
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CarrierFilingView(
        long id,
        String carrier,
        CarrierFilingStatus status,
        long version,
        long signatureId,
        String signatureName,
        long qualificationId,
        long workOrder,
        @Nullable Long letterId,
        Instant requestedAt,
        @Nullable Instant dueAt,
        boolean overdue,
        int attempts,
        int round,
        @Nullable Long refiles,
        @Nullable Instant claimedUntil,
        @Nullable Instant filedAt,
        @Nullable Instant reportedAt,
        @Nullable String reason,
        @Nullable String note,
        @Nullable ItemView item,
        @Nullable CarrierFilingCause cause,
        @Nullable Instant endedAt) {

    /** The item of an amendment after a rejection; see the catalogue of reasons. */
    static final String ITEM = "CARRIER_FILING_FAILED";

    /** Returns the view without its note. */
    static CarrierFilingView from(CarrierFiling filing) {
        return from(filing, null);
    }

    /** Returns the view with its note, unless the keys of the account were destroyed. */
    static CarrierFilingView from(CarrierFiling filing, CarrierFilingSeal seal, AccountCipher cipher) {
        return from(filing, cipher.isDestroyed() ? null : seal.open(filing, cipher));
    }

    private static CarrierFilingView from(CarrierFiling filing, @Nullable String note) {
        return new CarrierFilingView(
                filing.id(),
                filing.carrier(),
                filing.status(),
                filing.version(),
                filing.signatureId(),
                filing.signatureName(),
                filing.qualificationId(),
                filing.workOrder(),
                filing.letterId(),
                filing.requestedAt(),
                filing.dueAt().orElse(null),
                filing.overdueAt().isPresent(),
                filing.attempts(),
                filing.round(),
                filing.refiles(),
                filing.claimedUntil().orElse(null),
                filing.filedAt().orElse(null),
                filing.reportedAt().orElse(null),
                filing.reason().orElse(null),
                note,
                Optional.of(filing.status())
                        .filter(CarrierFilingStatus.REJECTED::equals)
                        .map(rejected -> correction())
                        .orElse(null),
                filing.cause().orElse(null),
                filing.endedAt().orElse(null));
    }

    private static ItemView correction() {
        return ItemView.of(new Decision(List.of(), List.of(new Decision.Item(ITEM, "", null, null))))
                .getFirst();
    }
}
