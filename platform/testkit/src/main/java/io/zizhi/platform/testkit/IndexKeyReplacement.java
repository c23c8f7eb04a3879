package io.zizhi.platform.testkit;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.platform.database.Row;
import io.zizhi.platform.privacy.encryption.IndexKeys;
import io.zizhi.platform.privacy.encryption.jobs.KeyJobs;
import java.util.Optional;
import org.awaitility.core.ConditionFactory;

/** Replacements of the key of blind indexes, which tests need not wait for. */
public final class IndexKeyReplacement {

    private static final String WAITING = """
            select id, step, cast(step_since as text) as since from key_job
            where state = 'RUNNING' and kind = 'INDEX_KEY' and step in ('SPREAD', 'SPREAD_USE', 'REST')
                and step_since > clock_timestamp() - interval '1 hour'
            """;

    private static final String END_WAIT = """
            update key_job set step_since = step_since - interval '1 hour'
            where id = :id and step = :step and cast(step_since as text) = :since
            """;

    private IndexKeyReplacement() {}

    /** Stores hashes of a new key from now on, and leaves the stored ones as they are, as the job does at first. */
    public static void begin(IndexKeys keys) {
        Reactive.inTransaction(() -> keys.add().chain(keys::use).replaceWith(true));
        Reactive.run(() -> keys.refresh().replaceWith(true));
    }

    /**
     * Waits like {@link Waits#awaitWaking} and ends each wait of the job for other replicas, since there are none. This
     * replica reads the keys before a wait ends, so that no stall makes the job go on without them.
     */
    public static ConditionFactory await(KeyJobs jobs, IndexKeys keys) {
        return Waits.awaitWaking(() -> {
            endWait(keys);
            jobs.wake();
        });
    }

    private static void endWait(IndexKeys keys) {
        Optional<Row> waiting = Reactive.run(() -> Panache.withSession(() -> new NativeQuery(WAITING).first()));
        if (waiting.isEmpty()) {
            return;
        }
        Row job = waiting.get();
        Reactive.run(() -> keys.refresh().replaceWith(true));
        Reactive.inTransaction(() -> new NativeQuery(END_WAIT)
                .with("id", job.number("id"))
                .with("step", job.text("step"))
                .with("since", job.text("since"))
                .execute());
    }
}
