package io.zizhi.review.sla.arrangement;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.zizhi.review.sla.reschedule.ForeseeMoves;
import io.zizhi.review.sla.settings.CurrentClock;
import jakarta.enterprise.context.ApplicationScoped;

/** Finds the reviews that would move if a year were loaded. Changes nothing. */
@ApplicationScoped
public class PreviewYear {

    private final CurrentClock clock;
    private final ForeseeMoves moves;

    PreviewYear(CurrentClock clock, ForeseeMoves moves) {
        this.clock = clock;
        this.moves = moves;
    }

    @WithSession
    public Uni<PreviewView> preview(int year, CalendarRequest request) {
        return clock.with(CalendarRules.check(year, request))
                .chain(moves::under)
                .map(found -> PreviewView.from(year, found));
    }
}
