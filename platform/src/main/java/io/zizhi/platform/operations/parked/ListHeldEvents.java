package io.zizhi.platform.operations.parked;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.ListCursor;
import io.zizhi.platform.http.Page;
import io.zizhi.platform.http.PageRequest;
import io.zizhi.platform.http.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Lists the held events with the reason of each. */
@ApplicationScoped
public class ListHeldEvents {

    private final ParkedAggregateRepository aggregates;

    ListHeldEvents(ParkedAggregateRepository aggregates) {
        this.aggregates = aggregates;
    }

    @WithSession
    Uni<Page<HeldEventView>> list(@Nullable String topic, @Nullable String aggregateId, PageRequest page) {
        return aggregates
                .held(
                        Parameters.topic("?topic", topic),
                        Parameters.text("?aggregateId", aggregateId),
                        ListCursor.from(page, 4),
                        page.limit() + 1)
                .map(rows -> rows.stream().map(HeldEventView::from).toList())
                .map(found -> Page.of(
                        found,
                        page.limit(),
                        last -> ListCursor.of(last.heldAt(), last.topic(), last.aggregateId(), last.version())));
    }
}
