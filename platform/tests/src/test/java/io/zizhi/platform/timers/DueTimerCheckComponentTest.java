package io.zizhi.platform.timers;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.zizhi.platform.database.SingleStatement;
import io.zizhi.platform.runtime.time.DatabaseTime;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Reactive;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
class DueTimerCheckComponentTest {

    /** A kind of owner without a sweep, so its timers stay armed. */
    private static final String OWNER_TYPE = "check";

    @Inject
    SingleStatement statement;

    @Inject
    Timers timers;

    @Inject
    DatabaseTime time;

    @Test
    void sweeps_only_when_a_timer_is_due() {
        arm(1, Duration.ofHours(1));
        Instant before = Reactive.inTransaction(time::now);
        assertThat(idleAt(new ClockJumpGuard()))
                .hasValueSatisfying(now -> assertThat(now).isAfterOrEqualTo(before));
        arm(2, Duration.ofSeconds(-1));
        assertThat(idleAt(new ClockJumpGuard())).isEmpty();
        Reactive.inTransaction(() -> timers.cancelAll(OWNER_TYPE, 2).replaceWith(true));
        assertThat(idleAt(new ClockJumpGuard())).isPresent();
    }

    @Test
    void sweeps_while_the_clock_cannot_be_trusted() {
        ClockJumpGuard guard = new ClockJumpGuard();
        guard.mayTrust(Instant.now().plus(Duration.ofHours(2)), System.nanoTime(), 0);
        assertThat(idleAt(guard)).isEmpty();
        assertThat(guard.state().jump()).isNegative();
    }

    private Optional<Instant> idleAt(ClockJumpGuard guard) {
        return Reactive.run(() -> new DueTimerCheck(statement, guard).idleAt(OWNER_TYPE));
    }

    private void arm(long id, Duration in) {
        Reactive.inTransaction(() -> time.now()
                .chain(now -> timers.arm(OWNER_TYPE, id, "WARN", 1, now.plus(in)))
                .replaceWith(true));
    }
}
