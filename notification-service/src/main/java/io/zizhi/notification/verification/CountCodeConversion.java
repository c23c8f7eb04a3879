package io.zizhi.notification.verification;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.zizhi.notification.verification.model.CodeConversion;
import io.zizhi.notification.verification.model.PhoneVerificationRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Counts how many of the codes of a window were entered. */
@ApplicationScoped
class CountCodeConversion {

    private final PhoneVerificationRepository verifications;

    CountCodeConversion(PhoneVerificationRepository verifications) {
        this.verifications = verifications;
    }

    @WithSession
    public Uni<CodeConversion> within(Duration window) {
        return verifications.conversion(window);
    }
}
