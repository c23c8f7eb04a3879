package io.zizhi.platform.timers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.Event;
import io.zizhi.contracts.SlaBreached;
import io.zizhi.contracts.SlaEscalated;
import io.zizhi.contracts.SlaWarned;
import io.zizhi.platform.messaging.outbox.Outbox;
import io.zizhi.platform.observability.tracing.Spans;
import io.zizhi.platform.runtime.blocking.CallersContext;
import io.zizhi.platform.runtime.failpoint.FailPoints;
import io.zizhi.platform.runtime.time.DatabaseTime;
import io.zizhi.platform.sample.Samples;
import io.zizhi.platform.sample.TallyRepository;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Reactive;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Tests several sweepers over one database. Like the replicas of a service, each has its own guard and position. Only
 * this test uses its kind of owner, so no other sweep fires its timers.
 */
@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
class TimersOfManyReplicasComponentTest {

    private static final String OWNER_TYPE = "crowd";
    private static final int REPLICAS = 4;
    private static final int OWNERS = 1_700;
    private static final String TOLD_IN_ORDER =
            "zizhi.review.sla-warned.v1,zizhi.review.sla-breached.v1,zizhi.review.sla-escalated.v1";

    @Inject
    AgroalDataSource database;

    @Inject
    TimerRepository repository;

    @Inject
    DatabaseTime time;

    @Inject
    FailPoints failPoints;

    @Inject
    Spans spans;

    @Inject
    Outbox outbox;

    @Inject
    TallyRepository tallies;

    private long first;

    /** Completes when two replicas have locked owners. Each waits for that with its locks. */
    private CompletableFuture<Void> together = CompletableFuture.completedFuture(null);

    private final Set<Replica> locking = ConcurrentHashMap.newKeySet();

    @BeforeEach
    void owners() throws SQLException {
        first = Samples.newId() * 10_000;
        execute(
                "insert into tally(id, entries, log) select ? + i, 0, '' from generate_series(0, ? - 1) i",
                first,
                OWNERS);
    }

    @Test
    void thousands_of_timers_fire_once_in_order_of_owner() throws Exception {
        together = new CompletableFuture<>();
        armThreeOfEach();
        List<Integer> fired = sweepTogether();

        assertThat(fired.stream().mapToInt(Integer::intValue).sum()).isEqualTo(3 * OWNERS);
        assertThat(fired)
                .as("fired by each replica")
                .filteredOn(count -> count > 0)
                .hasSizeGreaterThan(1);
        assertThat(number("select count(*) from timer where owner_type = 'crowd' and state = 'FIRED'"
                        + " and owner_id between ? and ?"))
                .isEqualTo(3L * OWNERS);
        assertThat(number("select count(*) from tally where log = 'WARN,BREACH,ESCALATE' and id between ? and ?"))
                .isEqualTo(OWNERS);
        assertThat(number("select count(*) from (select string_agg(type, ',' order by aggregate_version) as told"
                        + " from outbox where cast(aggregate_id as bigint) between ? and ? group by aggregate_id) stream"
                        + " where told = '" + TOLD_IN_ORDER + "'"))
                .isEqualTo(OWNERS);
    }

    @Test
    void skipped_timer_fires_before_later_ones_of_its_owner() throws SQLException {
        arm("WARN", 1, 0);
        execute(
                "insert into timer(owner_type, owner_id, kind, cycle, due_at, state)"
                        + " select 'crowd', ? + i, 'WARN', 1, 'epoch'::timestamptz + i * interval '1 second', 'ARMED'"
                        + " from generate_series(1, ?) i",
                first,
                TimerSweep.BATCH);
        arm("BREACH", TimerSweep.BATCH + 10, 0);
        Replica replica = new Replica();
        try (Connection reviewer = database.getConnection();
                PreparedStatement lock = reviewer.prepareStatement("select from tally where id = ? for update")) {
            reviewer.setAutoCommit(false);
            lock.setLong(1, first);
            lock.execute();
            replica.sweep();
            assertThat(log(first)).as("its owner is locked").isEmpty();
            reviewer.rollback();
        }
        replica.sweep();
        assertThat(log(first)).isEqualTo("WARN,BREACH");
    }

    @Test
    void another_replica_fires_uncommitted_timers_once() throws SQLException {
        arm("WARN", 1, 0);
        Replica broken = new Replica();
        broken.breaks = true;
        assertThatThrownBy(broken::sweep).hasMessage("power cut");
        assertThat(log(first)).isEmpty();
        new Replica().sweep();
        new Replica().sweep();
        assertThat(log(first)).isEqualTo("WARN");
        assertThat(number("select count(*) from outbox where cast(aggregate_id as bigint) between ? and ?"))
                .isOne();
    }

    /** Arms three timers per owner, with due times that fall into different batches. */
    private void armThreeOfEach() throws SQLException {
        execute("""
                insert into timer(owner_type, owner_id, kind, cycle, due_at, state)
                select 'crowd', ? + i, (array['WARN', 'BREACH', 'ESCALATE'])[stage], 1,
                    'epoch'::timestamptz + (stage * 10000 + i) * interval '1 second', 'ARMED'
                from generate_series(0, ? - 1) i, generate_series(1, 3) stage
                """, first, OWNERS);
    }

    private void arm(String kind, int second, int owner) throws SQLException {
        execute(
                "insert into timer(owner_type, owner_id, kind, cycle, due_at, state) select 'crowd', ? + " + owner
                        + ", '" + kind + "', 1, 'epoch'::timestamptz + ? * interval '1 second', 'ARMED'",
                first,
                second);
    }

    /** Sweeps with all replicas until none finds more, and returns how many timers each fired. */
    private List<Integer> sweepTogether() throws InterruptedException, ExecutionException {
        ExecutorService machines = Executors.newFixedThreadPool(REPLICAS);
        CountDownLatch ready = new CountDownLatch(REPLICAS);
        try {
            List<Future<Integer>> running = IntStream.range(0, REPLICAS)
                    .mapToObj(number -> machines.submit(() -> {
                        Replica replica = new Replica();
                        ready.countDown();
                        ready.await();
                        return replica.sweepUntilNothingIsDue();
                    }))
                    .toList();
            List<Integer> fired = new ArrayList<>();
            for (Future<Integer> each : running) {
                fired.add(each.get());
            }
            return fired;
        } finally {
            machines.shutdown();
            assertThat(machines.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        }
    }

    private void execute(String sql, long one, int other) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, one);
            statement.setInt(2, other);
            statement.executeUpdate();
        }
    }

    /** @param sql takes the first and last owner id of this test as parameters */
    private long number(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, first);
            statement.setLong(2, first + OWNERS - 1);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private String log(long id) {
        return Reactive.inTransaction(() -> tallies.findById(id)).log();
    }

    /** The state of one process. */
    private final class Replica implements TimerOwner {

        private final TimerSweep sweep = new TimerSweep(repository, time, new ClockJumpGuard(), failPoints, spans);
        private final AtomicInteger fired = new AtomicInteger();
        private TimerRepository.Due passed = TimerRepository.Due.START;
        private boolean breaks;

        TimerSweep.Swept sweep() {
            TimerSweep.Swept swept = Reactive.inTransaction(() -> sweep.sweep(this, passed));
            passed = swept.passed();
            fired.addAndGet(swept.fired().size());
            return swept;
        }

        int sweepUntilNothingIsDue() throws SQLException {
            do {
                sweep();
            } while (number("select count(*) from timer where owner_type = 'crowd' and state = 'ARMED'"
                            + " and owner_id between ? and ?")
                    > 0);
            return fired.get();
        }

        @Override
        public String ownerType() {
            return OWNER_TYPE;
        }

        @Override
        public Uni<List<Long>> lock(List<Long> ownerIds) {
            return tallies.lockSkippingLocked(ownerIds).call(locked -> {
                if (!locked.isEmpty() && locking.add(this) && locking.size() > 1) {
                    together.complete(null);
                }
                return locked.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : CallersContext.resume(Uni.createFrom().completionStage(together));
            });
        }

        @Override
        public Uni<Void> fired(List<FiredTimer> timers, Instant now) {
            return Panache.getSession()
                    .chain(session -> session.createNativeQuery("""
                                    update tally set entries = entries + n, log = concat_ws(',', nullif(log, ''), added)
                                    from (select id as due, count(*) as n, string_agg(kind, ',' order by place) as added
                                          from unnest(cast(:ids as bigint[]), cast(:kinds as text[]))
                                              with ordinality as t(id, kind, place)
                                          group by id) f
                                    where id = due
                                    """)
                            .setParameter(
                                    "ids",
                                    timers.stream().map(FiredTimer::ownerId).toArray(Long[]::new))
                            .setParameter(
                                    "kinds",
                                    timers.stream().map(FiredTimer::kind).toArray(String[]::new))
                            .executeUpdate())
                    .chain(() -> outbox.appendAll(
                            timers.stream().map(timer -> published(timer, now)).toList()))
                    .invoke(() -> {
                        if (breaks) {
                            throw new IllegalStateException("power cut");
                        }
                    });
        }

        private static Event published(FiredTimer timer, Instant now) {
            long id = timer.ownerId();
            return switch (timer.kind()) {
                case "WARN" -> new SlaWarned(id, id, timer.dueAt(), now);
                case "BREACH" -> new SlaBreached(id, id, timer.dueAt(), now);
                default -> new SlaEscalated(id, id, timer.dueAt(), now);
            };
        }
    }
}
