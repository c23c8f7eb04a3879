package io.zizhi.review.sla.arrangement;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.Page;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.review.sla.settings.CalendarYear;
import io.zizhi.review.sla.settings.ClockDataRepository;
import io.zizhi.review.sla.settings.Version;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Shows the loaded years and their earlier versions. */
@ApplicationScoped
public class ReadCalendars {

    private final ClockDataRepository repository;

    ReadCalendars(ClockDataRepository repository) {
        this.repository = repository;
    }

    @WithSession
    public Uni<Page<CalendarYearView>> all() {
        return repository.years().current().map(ReadCalendars::page);
    }

    @WithSession
    public Uni<Version<CalendarYear>> newest(int year) {
        return repository.years().history(year).map(ReadCalendars::loaded).map(List::getFirst);
    }

    @WithSession
    public Uni<Page<CalendarYearView>> versions(int year) {
        return repository.years().history(year).map(ReadCalendars::loaded).map(ReadCalendars::page);
    }

    private static List<Version<CalendarYear>> loaded(List<Version<CalendarYear>> versions) {
        if (versions.isEmpty()) {
            throw Problems.notFound("CALENDAR_NOT_LOADED", "No calendar is loaded for this year.");
        }
        return versions;
    }

    private static Page<CalendarYearView> page(List<Version<CalendarYear>> versions) {
        return new Page<>(versions.stream().map(CalendarYearView::from).toList(), null);
    }
}
