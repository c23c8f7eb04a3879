package io.zizhi.platform.operations.timers;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.platform.http.ListCursor;
import io.zizhi.platform.http.Page;
import io.zizhi.platform.http.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;

/** Lists timers per kind of owner, the one due first at the top. */
@ApplicationScoped
public class ListTimers {

    private static final String SELECT = "select owner_type, owner_id, kind, cycle, due_at, state, fired_at from timer";

    @WithSession
    Uni<Page<TimerView>> list(TimerFilter filter, PageRequest page) {
        NativeQuery query = new NativeQuery(SELECT)
                .where("owner_type = :ownerType", "ownerType", filter.ownerType())
                .where("owner_id = :ownerId", "ownerId", filter.ownerId())
                .where("kind = :kind", "kind", filter.kind());
        TimerState state = filter.state();
        if (state != null) {
            query.where("state = '" + state.name() + "'"); // a literal, so that the partial index is used
        }
        ListCursor after = ListCursor.from(page, 5);
        if (after != null) {
            query.where(
                            "(owner_type, due_at, owner_id, kind, cycle) > (:afterType, :afterDue, :afterId, :afterKind, :afterCycle)")
                    .with("afterType", after.text(0))
                    .with("afterDue", after.instant(1))
                    .with("afterId", after.number(2))
                    .with("afterKind", after.text(3))
                    .with("afterCycle", after.number(4));
        }
        return query.then("order by owner_type, due_at, owner_id, kind, cycle limit " + (page.limit() + 1))
                .rows()
                .map(rows -> rows.stream().map(TimerView::from).toList())
                .map(found -> Page.of(found, page.limit(), ListTimers::cursor));
    }

    private static String cursor(TimerView last) {
        return ListCursor.of(last.ownerType(), last.dueAt(), last.ownerId(), last.kind(), last.cycle());
    }
}
