package io.zizhi.platform.operations.deadletters;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.KeysetList;
import io.zizhi.platform.database.KeysetList.SortKey;
import io.zizhi.platform.http.Page;
import io.zizhi.platform.http.PageRequest;
import io.zizhi.platform.http.Parameters;
import io.zizhi.platform.messaging.deadletter.DeadLetterState;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists unreadable records, oldest first; by default waiting records. */
@ApplicationScoped
public class ListDeadLetters {

    private static final KeysetList<DeadLetterView> LETTERS =
            new KeysetList<>("""
            select id, topic, record_partition, record_offset, coalesce(octet_length(content), 0) as size, reason, state,
                   retries, arrived_at, closed_at
            from dead_letter
            """, DeadLetterView::from, List.of(SortKey.number("id", DeadLetterView::id)));

    @WithSession
    Uni<Page<DeadLetterView>> list(@Nullable String topic, @Nullable String state, PageRequest page) {
        DeadLetterState asked = Parameters.oneOf(DeadLetterState.class, "?state", state);
        return LETTERS.page(
                page,
                query -> query.where(
                                "state = :state", "state", (asked == null ? DeadLetterState.WAITING : asked).name())
                        .where("topic = :topic", "topic", Parameters.topic("?topic", topic)));
    }
}
