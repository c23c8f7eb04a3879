package io.zizhi.notification.verification.reservation;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.notification.sender.message.MainlandMobile;
import io.zizhi.notification.verification.model.CodeHash;
import io.zizhi.notification.verification.model.PhoneVerification;
import io.zizhi.notification.verification.model.PhoneVerificationRepository;
import io.zizhi.notification.verification.model.Usability;
import io.zizhi.platform.http.problem.ProblemException;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.operations.reservation.ReservedRows;
import io.zizhi.platform.privacy.encryption.BlindHash;
import io.zizhi.platform.runtime.time.DatabaseTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Instant;

/**
 * Reserves a verified number for one revision of a qualification while it is being submitted. A repeated request for
 * the same revision extends the reservation. The number of a failed submission is released after the term: see {@link
 * io.zizhi.platform.operations.reservation}.
 */
@ApplicationScoped
class ReservePhone {

    private final PhoneVerificationRepository verifications;
    private final CodeHash hash;
    private final DatabaseTime time;

    ReservePhone(PhoneVerificationRepository verifications, CodeHash hash, DatabaseTime time) {
        this.verifications = verifications;
        this.hash = hash;
        this.time = time;
    }

    @Produces
    @Singleton
    static ReservedRows reserved() {
        return new ReservedRows(
                "phone_verification",
                "update phone_verification set qualification_id = null, revision = null, reserved_until = null");
    }

    @WithTransaction
    public Uni<ReservationView> reserve(String verificationId, ReservationRequest request) {
        return verifications
                .lock(verificationId)
                .map(found -> found.orElseThrow(() -> refusal(Usability.NOT_FOUND)))
                .chain(verification -> time.now().map(now -> reserve(verification, request, now)))
                .map(ReservationView::new);
    }

    private Instant reserve(PhoneVerification verification, ReservationRequest request, Instant now) {
        BlindHash index =
                MainlandMobile.elevenDigits(request.phone()).map(hash::ofPhone).orElse(null);
        Usability usability = verification.availability(request.accountId(), index, request.submission(), now);
        if (usability != Usability.VERIFIED) {
            throw refusal(usability);
        }
        return verification.reserve(request.submission(), now);
    }

    private static ProblemException refusal(Usability usability) {
        return Problems.conflict(
                "PHONE_VERIFICATION_" + usability, "This phone verification cannot be used for the submission.");
    }
}
