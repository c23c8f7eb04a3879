package io.zizhi.review.viewing;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.Row;
import io.zizhi.platform.runtime.time.DatabaseTime;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Reads how much personal data the members of staff have seen within a day. */
@ApplicationScoped
public class ReadViewing {

    private final StaffViewRepository views;
    private final ViewingLimits limits;
    private final DatabaseTime time;

    ReadViewing(StaffViewRepository views, ViewingLimits limits, DatabaseTime time) {
        this.views = views;
        this.limits = limits;
        this.time = time;
    }

    /** @param after returns only later ids; empty for the first ones */
    @WithSession
    public Uni<List<ViewingView>> people(String after, int count) {
        return rows(after, count)
                .map(rows ->
                        rows.stream().map(row -> ViewingView.from(row, limits)).toList());
    }

    /** Counts the people at each level, and those who viewed outside working hours within the last hour. */
    @WithSession
    public Uni<MeasuredViewing> measure() {
        return rows("", MeasuredViewing.MOST).map(rows -> MeasuredViewing.of(rows, limits));
    }

    private Uni<List<Row>> rows(String after, int count) {
        return time.now().chain(now -> views.people(after, null, count, now));
    }
}
