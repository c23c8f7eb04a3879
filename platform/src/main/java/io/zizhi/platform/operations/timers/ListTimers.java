package io.zizhi.platform.operations.timers;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.KeysetList;
import io.zizhi.platform.database.KeysetList.SortKey;
import io.zizhi.platform.http.Page;
import io.zizhi.platform.http.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Lists timers per kind of owner, earliest due first. */
@ApplicationScoped
public class ListTimers {

    private static final KeysetList<TimerView> TIMERS = new KeysetList<>(
            "select owner_type, owner_id, kind, cycle, due_at, state, fired_at from timer",
            TimerView::from,
            List.of(
                    SortKey.text("owner_type", TimerView::ownerType),
                    SortKey.instant("due_at", TimerView::dueAt),
                    SortKey.number("owner_id", TimerView::ownerId),
                    SortKey.text("kind", TimerView::kind),
                    SortKey.number("cycle", TimerView::cycle)));

    @WithSession
    Uni<Page<TimerView>> list(TimerFilter filter, PageRequest page) {
        return TIMERS.page(page, filter::on);
    }
}
