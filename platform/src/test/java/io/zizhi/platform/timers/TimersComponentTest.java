package io.zizhi.platform.timers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.zizhi.platform.failpoint.FailPoints;
import io.zizhi.platform.sample.Samples;
import io.zizhi.platform.sample.Tally;
import io.zizhi.platform.sample.TallyRepository;
import io.zizhi.platform.sample.TallyTimers;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Reactive;
import io.zizhi.platform.time.DatabaseTime;
import io.zizhi.platform.tracing.Spans;
import jakarta.inject.Inject;
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
    void a_timer_fires_once_and_not_before_its_instant() {
        long id = armed("WARN", Duration.ofMillis(300));
        await().until(() -> log(id).equals("WARN"));
        IntStream.range(0, 3).forEach(round -> sweepOnce());
        assertThat(log(id)).isEqualTo("WARN");
    }

    @Test
    void a_timer_in_the_future_stays_armed() {
        long id = armed("WARN", Duration.ofHours(1));
        sweepOnce();
        assertThat(log(id)).isEmpty();
    }

    @Test
    void a_cancelled_timer_never_fires() {
        long id = armed("WARN", Duration.ofHours(1));
        Reactive.inTransaction(
                () -> timers.cancelAll(TallyTimers.OWNER_TYPE, id).replaceWith(true));
        Reactive.inTransaction(() ->
                timers.arm(TallyTimers.OWNER_TYPE, id, "DUE", 1, Instant.EPOCH).replaceWith(true));
        await().until(() -> log(id).equals("DUE"));
    }

    @Test
    void many_sweeps_at_once_fire_each_due_timer_exactly_once() {
        List<Long> ids = LongStream.range(0, 300)
                .map(index -> armed("DUE", Duration.ZERO))
                .boxed()
                .toList();
        IntStream.range(0, 16).parallel().forEach(round -> sweepOnce());
        await().untilAsserted(() ->
                assertThat(ids).allSatisfy(id -> assertThat(log(id)).isEqualTo("DUE")));
    }

    @Test
    void a_sweep_that_a_clock_jump_holds_goes_on_when_it_is_released() {
        ClockJumpGuard guard = new ClockJumpGuard();
        TimerSweep held = new TimerSweep(repository, time, guard, failPoints, spans);
        guard.mayTrust(Instant.now().plus(Duration.ofHours(2)), System.nanoTime());
        Reactive.inTransaction(() -> held.sweep(owner));
        Reactive.inTransaction(() -> held.sweep(owner));
        assertThat(guard.state().jump()).isNegative();
        Reactive.inTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery("insert into timer_clock_release default values")
                        .executeUpdate()));
        Reactive.inTransaction(() -> held.sweep(owner));
        assertThat(guard.state().jump()).isNull();
    }

    private long armed(String kind, Duration in) {
        long id = Samples.newId();
        Reactive.inTransaction(() -> tallies.persist(new Tally(id))
                .chain(time::now)
                .chain(now -> timers.arm(TallyTimers.OWNER_TYPE, id, kind, 1, now.plus(in)))
                .replaceWith(true));
        return id;
    }

    private void sweepOnce() {
        Reactive.run(() -> sweep.sweep(owner));
    }

    private String log(long id) {
        return Objects.requireNonNull(Reactive.inTransaction(() -> tallies.findById(id)))
                .log();
    }
}
