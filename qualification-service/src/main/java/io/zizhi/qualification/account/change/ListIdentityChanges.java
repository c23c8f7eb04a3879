package io.zizhi.qualification.account.change;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.Page;
import io.zizhi.platform.http.PageRequest;
import io.zizhi.platform.operations.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Lists requests, oldest first; the open ones, unless another state is asked for. */
@ApplicationScoped
public class ListIdentityChanges {

    private final IdentityChangeRepository changes;

    ListIdentityChanges(IdentityChangeRepository changes) {
        this.changes = changes;
    }

    @WithTransaction
    Uni<Page<IdentityChangeView>> list(@Nullable String state, PageRequest page) {
        return changes.page(Parameters.oneOf(IdentityChangeState.class, "?state", state), page)
                .map(found -> found.map(IdentityChangeView::from));
    }
}
