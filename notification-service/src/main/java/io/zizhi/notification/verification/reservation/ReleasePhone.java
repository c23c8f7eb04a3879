package io.zizhi.notification.verification.reservation;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.notification.verification.model.PhoneVerification;
import io.zizhi.notification.verification.model.PhoneVerificationRepository;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Releases the verification of a withdrawn submission. Another submission can use it for the rest of its thirty
 * minutes.
 */
@ApplicationScoped
public class ReleasePhone {

    private final PhoneVerificationRepository verifications;

    ReleasePhone(PhoneVerificationRepository verifications) {
        this.verifications = verifications;
    }

    /** Releases the verification used by the last submission of the qualification, if it still exists. */
    @WithTransaction
    public Uni<Void> release(long qualificationId) {
        return verifications
                .lockLastUsed(qualificationId)
                .invoke(found -> found.ifPresent(PhoneVerification::release))
                .replaceWithVoid();
    }
}
