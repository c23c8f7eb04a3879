package io.zizhi.platform.operations.deadletters;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.platform.http.Page;
import io.zizhi.platform.http.PageRequest;
import io.zizhi.platform.http.Parameters;
import io.zizhi.platform.messaging.deadletter.DeadLetterState;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Lists unreadable records, oldest first; the waiting ones unless another state is requested. */
@ApplicationScoped
public class ListDeadLetters {

    private static final String SELECT = """
            select id, topic, record_partition, record_offset, coalesce(octet_length(content), 0) as size, reason, state,
                   retries, arrived_at, closed_at
            from dead_letter
            """;

    @WithSession
    Uni<Page<DeadLetterView>> list(@Nullable String topic, @Nullable String state, PageRequest page) {
        DeadLetterState asked = Parameters.oneOf(DeadLetterState.class, "?state", state);
        return new NativeQuery(SELECT)
                .where("state = :state", "state", (asked == null ? DeadLetterState.WAITING : asked).name())
                .where("topic = :topic", "topic", Parameters.topic("?topic", topic))
                .where("id > :after", "after", page.afterOr(0))
                .then("order by id limit " + (page.limit() + 1))
                .rows()
                .map(rows -> rows.stream().map(DeadLetterView::from).toList())
                .map(found -> Page.of(found, page.limit(), last -> Long.toString(last.id())));
    }
}
