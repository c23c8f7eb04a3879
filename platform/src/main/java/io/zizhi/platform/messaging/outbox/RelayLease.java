package io.zizhi.platform.messaging.outbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.pgclient.PgConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The right to be the only relay of a service. The holder renews a row; another replica takes the lease over after it
 * has expired, or at once while the broker answers that replica but not the holder. Each takeover raises the epoch.
 * Holder and epoch fence all the holder's writes, so a relay that hung or was cut off changes nothing when it comes
 * back. All instants are the database's.
 *
 * <p>An advisory lock would not work. It belongs to a session, and PostgreSQL keeps the session of a vanished host for
 * two hours.
 */
final class RelayLease {

    /**
     * A successor starts this long after the last renewal: less than the ten seconds allowed, but longer than a pause
     * of the JVM.
     */
    static final Duration TERM = Duration.ofSeconds(5);

    /** Interval between renewals. Four renewals may fail before the lease expires. */
    static final Duration RENEWAL = Duration.ofSeconds(1);

    /**
     * Condition that the holder adds to its statements; its parameters are the last two. The epoch alone is not enough,
     * because a restored database issues the same epochs again. A mark locks the row, so no other process takes the
     * lease meanwhile.
     */
    static final String HELD = "exists (select from relay_lease where holder = $%d and epoch = $%d%s)";

    /**
     * Takes or renews the lease. A lease with a renewal time in the future counts as free: the clock of the database
     * was set back. A holder without contact to the broker renews with a term of zero, so that a process with contact
     * takes the lease. A process without contact takes only an abandoned lease; otherwise the lease would change hands
     * all the time while nobody reaches the broker.
     */
    private static final String TAKE_OR_RENEW = """
            update relay_lease set holder = $1,
                epoch = epoch + case when holder = $1 and epoch = $2 then 0 else 1 end,
                renewed_at = clock_timestamp(),
                expires_at = clock_timestamp() + case when $3 then %1$s else interval '0' end
            where holder = $1 or renewed_at > clock_timestamp()
                or expires_at <= clock_timestamp()
                    and ($3 or holder is null or renewed_at <= clock_timestamp() - %1$s)
            returning epoch
            """.formatted("interval '" + TERM.toSeconds() + " s'");

    private static final String GIVE_UP = """
            update relay_lease set holder = null, expires_at = clock_timestamp() where holder = $1 and epoch = $2
            """;

    private final String holder;
    private final BooleanSupplier reachesBroker;
    private volatile @Nullable Tenure tenure;

    /**
     * @param holder identifies this process, unique across all runs
     * @param reachesBroker whether the broker answers this process
     */
    RelayLease(String holder, BooleanSupplier reachesBroker) {
        this.holder = holder;
        this.reachesBroker = reachesBroker;
    }

    String holder() {
        return holder;
    }

    /** Returns the epoch, or 0 while this process does not hold the lease. */
    long epoch() {
        Tenure now = tenure;
        return now == null ? 0 : now.epoch();
    }

    /**
     * Returns whether no other process can have taken the lease yet. Queries no server. Without contact to the broker,
     * another process may have taken it since the last renewal; events sent since then were not answered either.
     */
    boolean isHeld() {
        Tenure now = tenure;
        return now != null && System.nanoTime() - now.until() < 0;
    }

    /** Takes the lease if it is free, or renews it; returns false while another process holds it. */
    Uni<Boolean> takeOrRenew(PgConnection connection) {
        long asked = System.nanoTime();
        return connection
                .preparedQuery(TAKE_OR_RENEW)
                .execute(Tuple.of(holder, epoch(), reachesBroker.getAsBoolean()))
                .map(rows -> {
                    tenure = rows.rowCount() == 0
                            ? null
                            : new Tenure(rows.iterator().next().getLong(0), asked + TERM.toNanos());
                    return tenure != null;
                });
    }

    /** Releases the lease for a successor; does nothing if this process does not hold it. */
    Uni<Void> giveUp(PgConnection connection) {
        long held = epoch();
        lose();
        return held == 0
                ? Uni.createFrom().voidItem()
                : connection
                        .preparedQuery(GIVE_UP)
                        .execute(Tuple.of(holder, held))
                        .replaceWithVoid();
    }

    /** Marks the lease as lost for this process, without querying the database. */
    void lose() {
        tenure = null;
    }

    /** @param until in the time of {@link System#nanoTime()} */
    private record Tenure(long epoch, long until) {}
}
