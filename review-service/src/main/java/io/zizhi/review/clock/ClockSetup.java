package io.zizhi.review.clock;

import io.zizhi.review.calendar.HolidayCalendar;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes the plain classes of the clock available for injection. */
@ApplicationScoped
public class ClockSetup {

    @Produces
    @Singleton
    ClockPolicies policies() {
        return ClockPolicies.read();
    }

    @Produces
    @Singleton
    ReviewClock clock(HolidayCalendar calendar, ClockPolicies policies) {
        return new ReviewClock(calendar, policies.zone());
    }
}
