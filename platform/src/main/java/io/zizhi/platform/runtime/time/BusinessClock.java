package io.zizhi.platform.runtime.time;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Provides the clock for business instants; tests replace it. A test of the whole suite gives one process a wrong clock
 * by {@code zizhi.clock.offset}, which is forbidden in production.
 */
@ApplicationScoped
public class BusinessClock {

    /** PostgreSQL's precision, so that an instant in a response equals the one read back later. */
    private static final Duration MICROSECOND = Duration.ofNanos(1000);

    private final Optional<Duration> offset;

    BusinessClock(ClockConfig config) {
        this.offset = config.offset();
    }

    @Produces
    @ApplicationScoped
    @DefaultBean
    Clock clock() {
        Clock clock = Clock.tick(Clock.systemUTC(), MICROSECOND);
        return offset.map(ahead -> Clock.offset(clock, ahead)).orElse(clock);
    }
}
