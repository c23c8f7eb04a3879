package io.zizhi.review.sla.arrangement;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.operations.OperationsAudit;
import io.zizhi.review.sla.settings.CalendarYear;
import io.zizhi.review.sla.settings.ClockDataRepository;
import io.zizhi.review.sla.settings.CurrentClock;
import jakarta.enterprise.context.ApplicationScoped;

/** Loads a year of the calendar, for the first time or again. */
@ApplicationScoped
public class LoadYear {

    private final ClockDataRepository repository;
    private final CurrentClock clock;
    private final OperationsAudit audit;

    LoadYear(ClockDataRepository repository, CurrentClock clock, OperationsAudit audit) {
        this.repository = repository;
        this.clock = clock;
        this.audit = audit;
    }

    /**
     * Loads the year. An unchanged year creates no version. A repeated change gets the first response.
     *
     * @param expected the version that the operator saw; 0 for a year that is not loaded
     */
    @WithTransaction
    public Uni<CalendarYearView> load(int year, long expected, CalendarRequest request, Caller operator) {
        CalendarYear wanted = CalendarRules.check(year, request);
        return repository
                .lockForChange()
                .chain(() -> clock.with(wanted))
                .chain(() -> repository.years().history(year))
                .chain(versions -> repository
                        .years()
                        .change(
                                versions.stream().findFirst(),
                                expected,
                                wanted,
                                operator.subject(),
                                () -> audit.record(
                                        operator, "calendar.loaded", "calendar", String.valueOf(year), null)))
                .map(CalendarYearView::from);
    }
}
