package io.zizhi.platform.operations.timers;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.operations.OperationsAudit;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Confirms that the database clock is right although it jumped. Every replica whose sweeps are held for this jump, now
 * or later, continues at its next attempt and fires what is due by the current clock. Another jump needs another
 * release. Has no effect if no sweep is held.
 */
@ApplicationScoped
public class ReleaseSweep {

    private final OperationsAudit audit;

    ReleaseSweep(OperationsAudit audit) {
        this.audit = audit;
    }

    @WithTransaction
    Uni<Void> release(String reason, Caller operator) {
        return new NativeQuery("update timer_clock_jump set released_at = clock_timestamp() where released_at is null")
                .execute()
                .chain(() -> audit.record(operator, "timer-sweep.released", "timer-sweep", "all", reason));
    }
}
