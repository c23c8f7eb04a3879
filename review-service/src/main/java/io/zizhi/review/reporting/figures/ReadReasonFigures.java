package io.zizhi.review.reporting.figures;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.runtime.time.DatabaseTime;
import jakarta.enterprise.context.ApplicationScoped;

/** Returns the reasons of rejections and supplement requests in a period. */
@ApplicationScoped
public class ReadReasonFigures {

    private final DatabaseTime time;
    private final FiguresRepository figures;

    ReadReasonFigures(DatabaseTime time, FiguresRepository figures) {
        this.time = time;
        this.figures = figures;
    }

    @WithSession
    Uni<ReasonFiguresView> read(PeriodParameters asked) {
        return time.now()
                .map(asked::at)
                .chain(period -> figures.reasons(period).map(rows -> ReasonFiguresView.from(period, rows)));
    }
}
