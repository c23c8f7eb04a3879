package io.zizhi.review.sla.arrangement;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.zizhi.review.clock.calendar.HolidayCalendar;
import io.zizhi.review.sla.settings.CurrentClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Month;

/** Checks whether the next year of the calendar should be loaded. */
@ApplicationScoped
class LookForNextYear {

    private final CurrentClock current;
    private final Clock clock;

    LookForNextYear(CurrentClock current, Clock clock) {
        this.current = current;
        this.clock = clock;
    }

    @WithSession
    Uni<Boolean> isMissing() {
        return current.now()
                .map(data -> isMissing(
                        data.calendar(),
                        LocalDate.ofInstant(clock.instant(), data.policies().zone())));
    }

    static boolean isMissing(HolidayCalendar calendar, LocalDate today) {
        return today.getMonth().compareTo(Month.OCTOBER) >= 0 && !calendar.isLoaded(today.getYear() + 1);
    }
}
