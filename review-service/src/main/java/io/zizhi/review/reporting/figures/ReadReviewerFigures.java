package io.zizhi.review.reporting.figures;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.Row;
import io.zizhi.platform.http.Page;
import io.zizhi.platform.http.PageRequest;
import io.zizhi.platform.http.Parameters;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.runtime.time.DatabaseTime;
import io.zizhi.review.clock.ClockPolicies;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Returns figures of reviewers' decisions in a period: of all reviewers for a supervisor, of the caller for a reviewer.
 */
@ApplicationScoped
public class ReadReviewerFigures {

    private final DatabaseTime time;
    private final FiguresRepository figures;
    private final ZoneId zone;

    ReadReviewerFigures(DatabaseTime time, FiguresRepository figures, ClockPolicies policies) {
        this.time = time;
        this.figures = figures;
        this.zone = policies.zone();
    }

    @WithSession
    Uni<Page<ReviewerFiguresView>> read(PeriodParameters asked, PageRequest page, Caller caller) {
        String after = cursor(page.cursor());
        int limit = page.limit();
        return time.now()
                .map(asked::at)
                .chain(period -> caller.has(Roles.SUPERVISOR)
                        ? figures.reviewers(period, zone, after, limit + 1)
                        : figures.reviewer(period, zone, caller.subject()))
                .map((List<Row> rows) ->
                        rows.stream().map(ReviewerFiguresView::from).toList())
                .map(found -> Page.of(found, limit, ReviewerFiguresView::reviewerId));
    }

    private static String cursor(@Nullable String cursor) {
        if (cursor == null) {
            return "";
        }
        if (!Parameters.isStorable(cursor)) {
            throw Problems.badRequest(
                    "CURSOR_INVALID", "?cursor", "Send the nextCursor of the previous page unchanged.");
        }
        return cursor;
    }
}
