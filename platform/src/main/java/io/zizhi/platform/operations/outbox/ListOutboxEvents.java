package io.zizhi.platform.operations.outbox;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.Page;
import io.zizhi.platform.http.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;

/** Lists events of the outbox in order. */
@ApplicationScoped
public class ListOutboxEvents {

    private final OutboxEventRepository events;

    ListOutboxEvents(OutboxEventRepository events) {
        this.events = events;
    }

    @WithSession
    Uni<Page<OutboxEventView>> list(OutboxFilter filter, PageRequest page) {
        return events.list(filter, page.afterOr(0), page.limit() + 1)
                .map(rows -> rows.stream().map(OutboxEventView::from).toList())
                .map(found -> Page.of(found, page.limit(), last -> Long.toString(last.sequence())));
    }
}
