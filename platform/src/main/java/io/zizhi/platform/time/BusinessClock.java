package io.zizhi.platform.time;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;

/** Gives the clock by which business instants are stamped; tests put their own in its place. */
@ApplicationScoped
public class BusinessClock {

    /** As fine as PostgreSQL keeps an instant, so that what is answered is what will be read back. */
    private static final Duration MICROSECOND = Duration.ofNanos(1000);

    @Produces
    @ApplicationScoped
    @DefaultBean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), MICROSECOND);
    }
}
