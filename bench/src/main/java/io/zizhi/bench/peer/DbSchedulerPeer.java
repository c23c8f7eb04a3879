package io.zizhi.bench.peer;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.VoidExecutionHandler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.agroal.api.AgroalDataSource;
import io.zizhi.bench.site.Json;
import io.zizhi.bench.site.Site;
import io.zizhi.bench.site.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures the timers of db-scheduler on the service's database. They are one-time tasks, picked by its lock-and-fetch
 * strategy. Limits and indexes follow its documentation for high throughput. A task either does nothing or does the
 * work of a fired review timer, in one statement and transaction. Afterwards db-scheduler removes its row in another
 * transaction.
 */
public final class DbSchedulerPeer {

    /** The number of a service's database connections. */
    public static final int THREADS = 20;

    private static final int SPARE_CONNECTIONS = 5;
    private static final Duration POLLING = Duration.ofMillis(250);
    private static final int WARM_UP = 10_000;

    private static final List<String> TABLE = List.of(
            """
            create table scheduled_tasks (
                task_name text not null,
                task_instance text not null,
                task_data bytea,
                execution_time timestamptz not null,
                picked boolean not null,
                picked_by text,
                last_success timestamptz,
                last_failure timestamptz,
                consecutive_failures integer,
                last_heartbeat timestamptz,
                version bigint not null,
                priority smallint,
                primary key (task_name, task_instance))
            """,
            "create index execution_time_idx on scheduled_tasks (execution_time)",
            "create index last_heartbeat_idx on scheduled_tasks (last_heartbeat)");

    private static final String ARM = """
            insert into scheduled_tasks(task_name, task_instance, execution_time, picked, version)
            select ?, cast(? + i as text), clock_timestamp() + cast(? as interval) + i * interval '1 microsecond',
                false, 1
            from generate_series(0, ? - 1) i
            """;

    private static final String DUE = """
            select count(*) from (select from scheduled_tasks where execution_time <= clock_timestamp() limit 1) one
            """;

    private static final String FIRE = """
            with flagged as (
                update review set warned_at = now() where work_order = ? returning work_order),
            counted as (
                insert into outbox_stream(topic, aggregate_id, version)
                select 'zizhi.review.v1', cast(work_order as text), 1 from flagged returning aggregate_id, version)
            insert into outbox(event_id, topic, aggregate_id, aggregate_version, type, payload, occurred_at)
            select gen_random_uuid(), 'zizhi.review.v1', aggregate_id, version, 'zizhi.review.sla-warned.v1', ?, now()
            from counted
            """;

    private final AgroalDataSource pool;
    private final Connection database;

    /** @param database connection for the statements of the measurement itself */
    public DbSchedulerPeer(Site site, String service, Connection database) {
        this.pool = site.pool(service, THREADS + SPARE_CONNECTIONS);
        this.database = database;
    }

    /** Creates the table and arms {@code others} tasks for a day later. */
    public void arm(int others) throws SQLException {
        for (String statement : TABLE) {
            Sql.update(database, statement);
        }
        Sql.update(database, ARM, "warn", 1L, "1 day", others);
        Sql.update(database, "vacuum analyze scheduled_tasks");
    }

    /** Returns the rate of tasks per second, where each task flags its review and writes the review's event. */
    public List<Double> withEvents(Reviews reviews, int due, int rounds) throws SQLException {
        return rates(
                Tasks.oneTime("warn").execute((task, context) -> fire(Long.parseLong(task.getId()))),
                reviews,
                due,
                rounds);
    }

    /** Returns the rate of tasks per second, where a task does nothing. */
    public List<Double> bare(Reviews numbers, int due, int rounds) throws SQLException {
        VoidExecutionHandler<Void> nothing = (task, context) -> {};
        return rates(Tasks.oneTime("nothing").execute(nothing), numbers, due, rounds);
    }

    private List<Double> rates(OneTimeTask<Void> task, Reviews reviews, int due, int rounds) throws SQLException {
        Scheduler scheduler = Scheduler.create(pool, task)
                .threads(THREADS)
                .pollUsingLockAndFetch(0.5, 4.0)
                .pollingInterval(POLLING)
                .build();
        scheduler.start();
        try {
            round(task.getName(), reviews, WARM_UP);
            List<Double> rates = new ArrayList<>();
            for (int round = 0; round < rounds; round++) {
                rates.add(round(task.getName(), reviews, due));
            }
            return rates;
        } finally {
            scheduler.stop();
        }
    }

    private double round(String task, Reviews reviews, int due) throws SQLException {
        long first = reviews.open(due);
        Sql.update(database, ARM, task, first, "-1 second", due);
        long start = System.nanoTime();
        Sql.awaitZero(database, 300, DUE);
        return due * 1e9 / (System.nanoTime() - start);
    }

    private void fire(long workOrder) {
        try (Connection connection = pool.getConnection()) {
            Sql.update(connection, FIRE, workOrder, Json.warned(workOrder));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Opens a number of reviews with consecutive work orders. Returns the first. */
    @FunctionalInterface
    public interface Reviews {
        long open(int count) throws SQLException;
    }
}
