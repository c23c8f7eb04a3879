package io.zizhi.notification.verification;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Purges the numbers verified for a deleted qualification. */
@ApplicationScoped
public class ForgetPhones {

    private final PhoneVerificationRepository verifications;

    ForgetPhones(PhoneVerificationRepository verifications) {
        this.verifications = verifications;
    }

    @WithTransaction
    public Uni<Void> forget(long qualificationId) {
        return verifications.forgetOf(qualificationId).replaceWithVoid();
    }
}
