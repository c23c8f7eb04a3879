package io.zizhi.platform.operations.erasures;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.KeysetList;
import io.zizhi.platform.database.KeysetList.SortKey;
import io.zizhi.platform.http.Page;
import io.zizhi.platform.http.PageRequest;
import io.zizhi.platform.http.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists the erased accounts by id: after a restore, the accounts to erase again. */
@ApplicationScoped
public class ListErasures {

    static final String SELECT = """
            select account_id, requested_at, begun_at, finished_at, shared_keysets_in_use, failure,
                cast(erased as text) as erased
            from account_erasure
            """;

    private static final KeysetList<ErasureView> ERASURES =
            new KeysetList<>(SELECT, ErasureView::from, List.of(SortKey.text("account_id", ErasureView::accountId)));

    @WithSession
    Uni<Page<ErasureView>> list(@Nullable String state, PageRequest page) {
        ErasureState asked = Parameters.oneOf(ErasureState.class, "?state", state);
        return ERASURES.page(page, query -> asked == null ? query : query.where(condition(asked)));
    }

    private static String condition(ErasureState state) {
        return switch (state) {
            case RUNNING -> "next_at is not null";
            case FINISHED -> "next_at is null";
        };
    }
}
