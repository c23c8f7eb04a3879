package io.zizhi.qualification.model.carrierfiling;

import io.zizhi.contracts.CarrierFilingAccepted;
import io.zizhi.contracts.CarrierFilingCancelled;
import io.zizhi.contracts.CarrierFilingRejected;
import io.zizhi.contracts.CarrierFilingRequested;
import java.time.Instant;

/** Creates the events of carrier filings. They contain codes, no notes. */
public final class CarrierFilingEvents {

    private CarrierFilingEvents() {}

    static CarrierFilingRequested requested(CarrierFiling filing) {
        return new CarrierFilingRequested(
                filing.id(),
                filing.accountId(),
                filing.signatureId(),
                filing.signatureName(),
                filing.carrier(),
                filing.qualificationId(),
                filing.workOrder(),
                filing.letterId(),
                filing.dueAt().orElseThrow(),
                filing.requestedAt(),
                filing.refiles());
    }

    public static CarrierFilingAccepted accepted(CarrierFiling filing, Instant now) {
        return new CarrierFilingAccepted(
                filing.id(),
                filing.accountId(),
                filing.signatureId(),
                filing.signatureName(),
                filing.carrier(),
                filing.qualificationId(),
                filing.workOrder(),
                filing.letterId(),
                now);
    }

    public static CarrierFilingRejected rejected(CarrierFiling filing, Instant now) {
        return new CarrierFilingRejected(
                filing.id(),
                filing.accountId(),
                filing.signatureId(),
                filing.signatureName(),
                filing.carrier(),
                filing.qualificationId(),
                filing.workOrder(),
                filing.letterId(),
                filing.reason().orElseThrow(),
                now);
    }

    static CarrierFilingCancelled cancelled(CarrierFiling filing) {
        return new CarrierFilingCancelled(
                filing.id(),
                filing.accountId(),
                filing.signatureId(),
                filing.signatureName(),
                filing.carrier(),
                filing.qualificationId(),
                filing.workOrder(),
                filing.letterId(),
                filing.cause().orElseThrow(),
                filing.endedAt().orElseThrow());
    }
}
