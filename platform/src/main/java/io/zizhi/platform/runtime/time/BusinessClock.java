package io.zizhi.platform.runtime.time;

import io.quarkus.arc.DefaultBean;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
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

    void check(@Observes StartupEvent event) {
        check(ConfigUtils.getProfiles());
    }

    void check(List<String> profiles) {
        if (profiles.contains("prod") && offset.isPresent()) {
            throw new IllegalStateException("zizhi.clock.offset is forbidden in production: remove it.");
        }
    }

    @Produces
    @ApplicationScoped
    @DefaultBean
    Clock clock() {
        Clock clock = Clock.tick(Clock.systemUTC(), MICROSECOND);
        return offset.map(ahead -> Clock.offset(clock, ahead)).orElse(clock);
    }
}
