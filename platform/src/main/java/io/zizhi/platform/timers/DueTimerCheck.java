package io.zizhi.platform.timers;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.SingleStatement;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** Checks with one statement whether a sweep would find due timers. Most sweeps would find none. */
@ApplicationScoped
class DueTimerCheck {

    /** Reads the newest jump in the statement's snapshot, and so before the clock. */
    private static final String CHECK = """
            select (select coalesce(max(sequence), 0) from timer_clock_jump), clock_timestamp(),
                exists (select from timer where state = 'ARMED' and owner_type = $1 and due_at <= statement_timestamp())
            """;

    private final SingleStatement statement;
    private final ClockJumpGuard guard;

    DueTimerCheck(SingleStatement statement, ClockJumpGuard guard) {
        this.statement = statement;
        this.guard = guard;
    }

    /**
     * Returns the database's time if the clock can be trusted and no timer of the owners is due. Otherwise empty: a
     * sweep must run.
     */
    Uni<Optional<Instant>> idleAt(String ownerType) {
        return statement.row(CHECK, ownerType).map(row -> {
            Instant now = row.getOffsetDateTime(1).toInstant();
            boolean trusted = guard.mayTrust(now, System.nanoTime(), row.getLong(0));
            return trusted && !row.getBoolean(2) ? Optional.of(now) : Optional.empty();
        });
    }
}
