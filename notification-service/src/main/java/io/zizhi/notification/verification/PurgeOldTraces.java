package io.zizhi.notification.verification;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.zizhi.notification.verification.model.PhoneVerificationRepository;
import io.zizhi.notification.verification.throttling.CodeSendRepository;
import io.zizhi.notification.verification.throttling.PhoneFailuresRepository;
import io.zizhi.platform.runtime.time.DatabaseTime;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * Purges data that is no longer needed: sent codes and failures after two days, verifications after thirty days. The
 * number of a submission is kept as a contact of its qualification.
 */
@ApplicationScoped
class PurgeOldTraces {

    private static final Duration COUNTED = Duration.ofDays(2);
    private static final Duration KEPT = Duration.ofDays(30);

    private final CodeSendRepository sends;
    private final PhoneFailuresRepository failures;
    private final PhoneVerificationRepository verifications;
    private final DatabaseTime time;

    PurgeOldTraces(
            CodeSendRepository sends,
            PhoneFailuresRepository failures,
            PhoneVerificationRepository verifications,
            DatabaseTime time) {
        this.sends = sends;
        this.failures = failures;
        this.verifications = verifications;
        this.time = time;
    }

    @Scheduled(every = "1h", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
    @WithTransaction
    public Uni<Void> purge() {
        // Same lock order as an attempt: the verification, then the failures of its number. Otherwise both could
        // deadlock.
        return time.now()
                .call(now -> sends.purgeBefore(now.minus(COUNTED)))
                .call(now -> verifications.purgeBefore(now.minus(KEPT)))
                .call(now -> failures.purgeBefore(now.minus(COUNTED)))
                .replaceWithVoid();
    }
}
