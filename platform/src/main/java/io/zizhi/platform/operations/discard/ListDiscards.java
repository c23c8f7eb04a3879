package io.zizhi.platform.operations.discard;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.Page;
import io.zizhi.platform.http.PageRequest;
import io.zizhi.platform.operations.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Lists discards, the oldest at the top; the open ones, unless another state is asked for. */
@ApplicationScoped
public class ListDiscards {

    private final DiscardRepository discards;

    ListDiscards(DiscardRepository discards) {
        this.discards = discards;
    }

    @WithSession
    Uni<Page<DiscardView>> list(@Nullable String state, PageRequest page) {
        return discards.page(Parameters.oneOf(DiscardState.class, "?state", state), page)
                .map(found -> found.map(DiscardView::from));
    }
}
