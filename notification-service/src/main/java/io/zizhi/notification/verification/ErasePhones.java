package io.zizhi.notification.verification;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.notification.verification.model.PhoneVerificationRepository;
import jakarta.enterprise.context.ApplicationScoped;

/** Purges the numbers verified for a deleted qualification. */
@ApplicationScoped
public class ErasePhones {

    private final PhoneVerificationRepository verifications;

    ErasePhones(PhoneVerificationRepository verifications) {
        this.verifications = verifications;
    }

    @WithTransaction
    public Uni<Void> erase(long qualificationId) {
        return verifications.eraseOf(qualificationId).replaceWithVoid();
    }
}
