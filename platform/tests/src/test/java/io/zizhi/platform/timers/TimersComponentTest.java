package io.zizhi.platform.timers;

import static io.restassured.RestAssured.given;
import static io.zizhi.platform.testkit.Waits.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.zizhi.platform.observability.tracing.Spans;
import io.zizhi.platform.runtime.failpoint.FailPoints;
import io.zizhi.platform.runtime.time.DatabaseTime;
import io.zizhi.platform.sample.Samples;
import io.zizhi.platform.sample.Tally;
import io.zizhi.platform.sample.TallyRepository;
import io.zizhi.platform.sample.TallyTimers;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Reactive;
import io.zizhi.platform.testkit.Tokens;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
class TimersComponentTest {

    @Inject
    AgroalDataSource database;

    @Inject
    Timers timers;

    @Inject
    TimerSweep sweep;

    @Inject
    TimerRepository repository;

    @Inject
    FailPoints failPoints;

    @Inject
    Spans spans;

    @Inject
    TallyTimers owner;

    @Inject
    TallyRepository tallies;

    @Inject
    DatabaseTime time;

    @Test
    void timer_fires_once_and_never_early() {
        long id = armed("WARN", Duration.ofHours(1));
        sweepOnce();
        assertThat(log(id)).isEmpty();

        letBeDue(id);
        await().until(() -> log(id).equals("WARN"));
        IntStream.range(0, 3).forEach(round -> sweepOnce());
        assertThat(log(id)).isEqualTo("WARN");
    }

    @Test
    void a_cancelled_timer_never_fires() {
        long id = armed("WARN", Duration.ofHours(1));
        Reactive.inTransaction(
                () -> timers.cancelAll(TallyTimers.OWNER_TYPE, id).replaceWith(true));
        letBeDue(id);
        Reactive.inTransaction(() ->
                timers.arm(TallyTimers.OWNER_TYPE, id, "DUE", 1, Instant.EPOCH).replaceWith(true));
        await().until(() -> log(id).equals("DUE"));
    }

    @Test
    void concurrent_sweeps_fire_each_due_timer_once() {
        List<Long> ids = LongStream.range(0, 300)
                .map(index -> armed("DUE", Duration.ZERO))
                .boxed()
                .toList();
        IntStream.range(0, 16).parallel().forEach(round -> sweepOnce());
        await().untilAsserted(() ->
                assertThat(ids).allSatisfy(id -> assertThat(log(id)).isEqualTo("DUE")));
    }

    @Test
    void locked_owners_do_not_block_later_timers() throws SQLException {
        long first = Samples.newId();
        Reactive.inTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery("insert into tally(id, entries, log) select -" + first
                                + " - number, 0, '' from generate_series(1, " + TimerSweep.BATCH + ") number")
                        .executeUpdate()));
        long free = armed("DUE", Duration.ofHours(1));
        try (Connection other = database.getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("select from tally where id < -" + first + " for update");
            Reactive.inTransaction(() -> Panache.getSession()
                    .chain(session -> session.createNativeQuery(
                                    "insert into timer(owner_type, owner_id, kind, cycle, due_at, state)"
                                            + " select 'tally', -" + first + " - number, 'DUE', 1, 'epoch', 'ARMED'"
                                            + " from generate_series(1, " + TimerSweep.BATCH + ") number")
                            .executeUpdate()));
            Reactive.inTransaction(() -> timers.arm(TallyTimers.OWNER_TYPE, free, "NOW", 1, Instant.EPOCH)
                    .replaceWith(true));
            await().until(() -> log(free).equals("NOW"));
            assertThat(log(-first - 1)).isEmpty();
            other.rollback();
        }
        await().until(() ->
                log(-first - 1).equals("DUE") && log(-first - TimerSweep.BATCH).equals("DUE"));
    }

    @Test
    void release_applies_to_one_jump_in_every_process() {
        long before = Reactive.inTransaction(repository::newestJump);
        ClockJumpGuard first = holding(before);
        ClockJumpGuard later = aheadBy(before, Duration.ofHours(2));
        ClockJumpGuard other = aheadBy(before, Duration.ofHours(5));
        assertThat(first.state().jump()).isNegative();

        release();
        assertThat(goesOn(first)).isTrue();
        assertThat(goesOn(later)).isTrue();
        assertThat(goesOn(other)).isFalse();

        long known = Reactive.inTransaction(repository::newestJump);
        assertThat(goesOn(aheadBy(known, Duration.ofHours(2)))).isFalse();
    }

    private ClockJumpGuard holding(long newestJump) {
        ClockJumpGuard guard = aheadBy(newestJump, Duration.ofHours(2));
        assertThat(goesOn(guard)).isFalse();
        return guard;
    }

    /** Returns the guard of a process that last trusted the clock before it was set back. */
    private static ClockJumpGuard aheadBy(long newestJump, Duration ahead) {
        ClockJumpGuard guard = new ClockJumpGuard();
        guard.mayTrust(Instant.now().plus(ahead), System.nanoTime(), newestJump);
        return guard;
    }

    private boolean goesOn(ClockJumpGuard guard) {
        TimerSweep swept = new TimerSweep(repository, time, guard, failPoints, spans);
        Reactive.inTransaction(() -> swept.sweep(owner, TimerRepository.Due.START));
        return guard.state().jump() == null;
    }

    private static void release() {
        given().auth()
                .oauth2(Tokens.of("operator"))
                .contentType(ContentType.JSON)
                .body("{\"reason\":\"NTP set it right\"}")
                .post("/v1/operations/timers/sweep/release")
                .then()
                .statusCode(200);
    }

    private long armed(String kind, Duration in) {
        long id = Samples.newId();
        Reactive.inTransaction(() -> tallies.persist(new Tally(id))
                .chain(time::now)
                .chain(now -> timers.arm(TallyTimers.OWNER_TYPE, id, kind, 1, now.plus(in)))
                .replaceWith(true));
        return id;
    }

    private static void letBeDue(long id) {
        Reactive.inTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "update timer set due_at = clock_timestamp() where owner_type = '"
                                        + TallyTimers.OWNER_TYPE + "' and owner_id = " + id)
                        .executeUpdate()));
    }

    private void sweepOnce() {
        Reactive.run(() -> sweep.sweep(owner, TimerRepository.Due.START));
    }

    private String log(long id) {
        return Objects.requireNonNull(Reactive.inTransaction(() -> tallies.findById(id)))
                .log();
    }
}
