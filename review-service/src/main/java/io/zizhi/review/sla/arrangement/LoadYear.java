package io.zizhi.review.sla.arrangement;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.operations.OperationsAudit;
import io.zizhi.review.sla.settings.CalendarYear;
import io.zizhi.review.sla.settings.ClockDataRepository;
import io.zizhi.review.sla.settings.CurrentClock;
import io.zizhi.review.sla.settings.Version;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

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
     * An unchanged year creates no version. A repeated change gets the first answer.
     *
     * @param expected the version that the operator saw; 0 for a year that is not loaded
     */
    @WithTransaction
    public Uni<CalendarYearView> load(int year, long expected, CalendarRequest request, Caller operator) {
        CalendarYear wanted = CalendarRules.check(year, request);
        return repository
                .lockForChange()
                .chain(() -> clock.with(wanted))
                .chain(() -> repository.versionsOf(year))
                .chain(versions -> load(versions.stream().findFirst(), expected, wanted, operator))
                .map(CalendarYearView::from);
    }

    private Uni<Version<CalendarYear>> load(
            Optional<Version<CalendarYear>> newest, long expected, CalendarYear wanted, Caller operator) {
        if (newest.isPresent() && newest.get().isAnswerTo(expected, wanted, operator.subject())) {
            return Uni.createFrom().item(newest.get());
        }
        int version = newest.map(Version::number).orElse(0);
        if (version != expected) {
            throw Problems.preconditionFailed("The year has version " + version + ", which is 0 until it is loaded.");
        }
        return repository
                .add(wanted, version + 1, operator.subject())
                .chain(() -> audit.note(operator, "calendar.loaded", "calendar", String.valueOf(wanted.year()), null))
                .chain(() -> repository.versionsOf(wanted.year()))
                .map(List::getFirst);
    }
}
