package io.zizhi.review.clock;

import io.zizhi.review.calendar.HolidayCalendar;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the plain classes of the clock available for injection. */
@ApplicationScoped
public class ClockSetup {

    @Produces
    @Singleton
    ClockPolicies policies(@ConfigProperty(name = "zizhi.clock.policies") Optional<Path> table) {
        return table.map(ClockPolicies::read).orElseGet(ClockPolicies::read);
    }

    @Produces
    @Singleton
    ReviewClock clock(HolidayCalendar calendar, ClockPolicies policies) {
        return new ReviewClock(calendar, policies.zone());
    }
}
