package io.zizhi.platform.operations.parked;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.ListCursor;
import io.zizhi.platform.http.Page;
import io.zizhi.platform.http.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;

/** Lists the parked aggregates. */
@ApplicationScoped
public class ListParkedAggregates {

    private final ParkedAggregateRepository aggregates;

    ListParkedAggregates(ParkedAggregateRepository aggregates) {
        this.aggregates = aggregates;
    }

    @WithSession
    Uni<Page<ParkedAggregateView>> list(ParkedFilter filter, PageRequest page) {
        return aggregates
                .parked(filter, ListCursor.from(page, 3), page.limit() + 1)
                .map(rows -> rows.stream().map(ParkedAggregateView::from).toList())
                .map(found -> Page.of(
                        found, page.limit(), last -> ListCursor.of(last.parkedAt(), last.topic(), last.aggregateId())));
    }
}
