package io.zizhi.review.reporting.figures;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.runtime.time.DatabaseTime;
import jakarta.enterprise.context.ApplicationScoped;

/** Returns the durations of reviews decided in a period. */
@ApplicationScoped
public class ReadDurations {

    private final DatabaseTime time;
    private final FiguresRepository figures;

    ReadDurations(DatabaseTime time, FiguresRepository figures) {
        this.time = time;
        this.figures = figures;
    }

    @WithSession
    Uni<DurationsView> read(PeriodParameters asked) {
        return time.now()
                .map(asked::at)
                .chain(period -> figures.durations(period).map(rows -> DurationsView.from(period, rows)));
    }
}
