package io.zizhi.notification.verification.reservation;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.notification.sender.message.MainlandMobile;
import io.zizhi.notification.verification.model.CodeHash;
import io.zizhi.notification.verification.model.PhoneVerification;
import io.zizhi.notification.verification.model.PhoneVerificationRepository;
import io.zizhi.notification.verification.model.Usability;
import io.zizhi.platform.privacy.encryption.BlindHash;
import io.zizhi.platform.runtime.time.DatabaseTime;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Answers qualification-service whether a verification proves a number. It is part of the pre-check there, so it
 * changes nothing.
 */
@ApplicationScoped
class CheckPhone {

    private final PhoneVerificationRepository verifications;
    private final CodeHash hash;
    private final DatabaseTime time;

    CheckPhone(PhoneVerificationRepository verifications, CodeHash hash, DatabaseTime time) {
        this.verifications = verifications;
        this.hash = hash;
        this.time = time;
    }

    @WithTransaction
    public Uni<UsabilityView> check(String verificationId, PhoneCheckRequest request) {
        return time.now()
                .chain(now -> verifications
                        .read(verificationId)
                        .map(found -> new UsabilityView(usability(found, request, now))));
    }

    private Usability usability(Optional<PhoneVerification> found, PhoneCheckRequest request, Instant now) {
        return found.map(verification -> verification.usability(request.accountId(), index(request), now))
                .orElse(Usability.NOT_FOUND);
    }

    /** Returns the blind index, or null if the text is not a mobile number and so matches no verification. */
    private @Nullable BlindHash index(PhoneCheckRequest request) {
        return MainlandMobile.elevenDigits(request.phone()).map(hash::ofPhone).orElse(null);
    }
}
