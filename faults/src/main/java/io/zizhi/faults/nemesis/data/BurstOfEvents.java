package io.zizhi.faults.nemesis.data;

import io.zizhi.faults.suite.DatabaseSession;
import io.zizhi.faults.suite.Fault;
import io.zizhi.faults.suite.FaultProxy;
import io.zizhi.faults.suite.FaultySuite;
import io.zizhi.faults.suite.FaultySuite.Server;
import io.zizhi.faults.suite.NothingBrokenException;
import io.zizhi.faults.suite.Pauses;
import io.zizhi.local.layout.Service;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;

/**
 * F29: 50,000 events are appended at once to the outbox of document-service while Kafka is unreachable. Some of them back
 * off as after a failure, and PostgreSQL has statistics from before. Afterwards the relay must make progress at once, and
 * send all of them. They are about documents that were stored and deleted; no service consumes them.
 */
public final class BurstOfEvents implements Fault {

    private static final int COUNT = 50_000;
    private static final Duration LOOK = Duration.ofMillis(250);

    private static final Duration STATISTICS = Duration.ofSeconds(20);

    /** The client may wait ten seconds before it connects again. It is less than the events below back off. */
    private static final Duration PROGRESS = Duration.ofSeconds(30);

    private static final Duration SENT = Duration.ofMinutes(4);

    /** The statistics know no unsent event. */
    private static final String ALL_SENT =
            "select 1 from pg_stats where tablename = 'outbox' and attname = 'sent_at' and null_frac = 0";

    private static final String APPEND = """
            insert into outbox (event_id, topic, aggregate_id, aggregate_version, type, payload, occurred_at)
            select gen_random_uuid(), 'zizhi.document.v1', 'BURST-' || n / 2, 1 + n % 2,
                (array['zizhi.document.stored.v1', 'zizhi.document.deleted.v1'])[1 + n % 2], '{}', clock_timestamp()
            from generate_series(0, 49999) n
            """;

    private static final String BACK_OFF = """
            update outbox set attempts = 1, last_error = 'burst',
                next_attempt_at = clock_timestamp() + interval '1 minute'
            where aggregate_version = 1 and aggregate_id in (
                select 'BURST-' || n from generate_series(0, 69) n)
            """;

    @Override
    public String name() {
        return "F29-burst";
    }

    /** @throws IllegalStateException if the relay does not send the events */
    @Override
    public String strike(FaultySuite suite, RandomGenerator random) {
        String burst = "burst-" + HexFormat.of().toHexDigits(random.nextLong());
        String unsent = "select count(*) from outbox where sent_at is null and aggregate_id like '" + burst + "-%'";
        List<FaultProxy> links = suite.links(Service.DOCUMENT, Server.KAFKA);
        try (DatabaseSession session = DatabaseSession.of(suite, Service.DOCUMENT)) {
            session.execute("alter table outbox set (autovacuum_enabled = off)");
            if (!within(STATISTICS, () -> knowsNothingUnsent(session))) {
                throw new NothingBrokenException("document-service always had unsent events");
            }
            links.forEach(FaultProxy::blackhole);
            try {
                session.execute(APPEND.replace("BURST", burst) + ";" + BACK_OFF.replace("BURST", burst));
            } finally {
                links.forEach(FaultProxy::clear);
            }
            long start = System.nanoTime();
            require(within(PROGRESS, () -> left(session, unsent) < COUNT), "the relay sent nothing of a burst", start);
            require(within(SENT, () -> left(session, unsent) == 0), "the relay did not send a whole burst", start);
            return COUNT + " events were appended at once and sent "
                    + Pauses.words(Duration.ofNanos(System.nanoTime() - start)) + " after Kafka was back";
        } finally {
            try (DatabaseSession session = DatabaseSession.of(suite, Service.DOCUMENT)) {
                session.execute("alter table outbox reset (autovacuum_enabled)");
            }
        }
    }

    private static boolean knowsNothingUnsent(DatabaseSession session) {
        session.execute("analyze outbox");
        return !session.texts(ALL_SENT).isEmpty();
    }

    private static long left(DatabaseSession session, String unsent) {
        return Long.parseLong(session.text(unsent).orElseThrow());
    }

    private static boolean within(Duration patience, BooleanSupplier done) {
        long end = System.nanoTime() + patience.toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            Pauses.of(LOOK);
        }
        return true;
    }

    private static void require(boolean holds, String otherwise, long start) {
        if (!holds) {
            throw new IllegalStateException(
                    otherwise + " within " + Pauses.words(Duration.ofNanos(System.nanoTime() - start)));
        }
    }
}
