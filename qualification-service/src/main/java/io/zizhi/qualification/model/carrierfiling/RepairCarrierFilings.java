package io.zizhi.qualification.model.carrierfiling;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.CarrierFilingCause;
import io.zizhi.qualification.model.qualification.Qualification;
import io.zizhi.qualification.model.qualification.QualificationRepository;
import io.zizhi.qualification.model.qualification.Restriction;
import io.zizhi.qualification.model.signature.Signature;
import io.zizhi.qualification.model.signature.SignatureRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Repairs the carrier filings of a signature that an older replica bound, moved, amended, released or revoked: cancels
 * those that should have been cancelled, and requests those that should have been requested. Decides with the rows
 * locked, so that concurrent replicas repair a signature once.
 */
@ApplicationScoped
class RepairCarrierFilings {

    private final SignatureRepository signatures;
    private final QualificationRepository qualifications;
    private final FileAgain fileAgain;
    private final CancelCarrierFilings cancel;
    private final RequestCarrierFilings request;
    private final Clock clock;

    RepairCarrierFilings(
            SignatureRepository signatures,
            QualificationRepository qualifications,
            FileAgain fileAgain,
            CancelCarrierFilings cancel,
            RequestCarrierFilings request,
            Clock clock) {
        this.signatures = signatures;
        this.qualifications = qualifications;
        this.fileAgain = fileAgain;
        this.cancel = cancel;
        this.request = request;
        this.clock = clock;
    }

    /** Returns false if nothing is damaged any more, or the signature was moved meanwhile. */
    @WithTransaction
    Uni<Boolean> handle(long signatureId) {
        return signatures
                .qualificationOf(signatureId)
                .chain(qualifications::lockAny)
                .chain(qualification -> fileAgain
                        .lock(signatureId)
                        .chain(signature -> signature.isOn(qualification.id())
                                ? repair(qualification, signature, clock.instant())
                                : Uni.createFrom().item(false)));
    }

    private Uni<Boolean> repair(Qualification qualification, Signature signature, Instant now) {
        if (signature.isReleased()) {
            return cancel.all(signature, CarrierFilingCause.RELEASED, now);
        }
        if (qualification.restriction() == Restriction.REVOKED) {
            return cancel.all(signature, CarrierFilingCause.REVOKED, now)
                    .map(cancelled -> signature.recordFilings() || cancelled);
        }
        return fileAgain
                .isExpired(qualification)
                .chain(expired -> cancel.outdated(qualification, signature, expired, now)
                        .map(cancelled -> signature.recordFilings() || cancelled)
                        .call(damaged -> damaged && !expired && qualification.restriction() == Restriction.NONE
                                ? request.missing(qualification, List.of(signature))
                                : Uni.createFrom().voidItem()));
    }
}
