package io.zizhi.platform.messaging.erasure;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.privacy.audit.AuditEntry;
import io.zizhi.platform.privacy.audit.AuditLog;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The transactions of an erasure. A batch and its count in the proof commit together. */
@ApplicationScoped
class EraseBatch {

    /** Rows per transaction: some milliseconds of locks. */
    static final int SIZE = 100;

    private final Erasures erasures;
    private final AuditLog audit;
    private final String service;

    EraseBatch(Erasures erasures, AuditLog audit, @ConfigProperty(name = "quarkus.application.name") String service) {
        this.erasures = erasures;
        this.audit = audit;
        this.service = service;
    }

    @WithTransaction
    Uni<Optional<String>> claim(Duration lease) {
        return erasures.claim(lease);
    }

    /** Returns the number of erased rows; 0 if none is left. */
    @WithTransaction
    Uni<Integer> erase(AccountErasure erasure, String accountId) {
        return erasure.erase(accountId, SIZE)
                .call(erased ->
                        erased == 0 ? Uni.createFrom().voidItem() : erasures.count(accountId, erasure.kind(), erased));
    }

    /** Finishes the erasure unless it has to settle; see {@link Erasures#finish}. */
    @WithTransaction
    Uni<Boolean> finish(String accountId, Duration settle) {
        return erasures.finish(accountId, settle)
                .call(finished -> finished
                        ? audit.append(finished(accountId))
                        : Uni.createFrom().voidItem());
    }

    @WithTransaction
    Uni<Void> release(String accountId, Duration delay, @Nullable String failure) {
        return erasures.release(accountId, delay, failure);
    }

    @WithSession
    Uni<Long> oldestAge() {
        return erasures.oldestAge();
    }

    private AuditEntry finished(String accountId) {
        return new AuditEntry(
                service, Roles.SERVICE, accountId, "account.erased", "account", accountId, null, List.of());
    }
}
