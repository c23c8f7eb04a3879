package io.zizhi.qualification.bulk;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.Page;
import io.zizhi.platform.http.PageRequest;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.identity.Caller;
import io.zizhi.qualification.bulk.model.BulkFilingRepository;
import io.zizhi.qualification.bulk.model.BulkRowRepository;
import io.zizhi.qualification.bulk.model.BulkRowView;
import io.zizhi.qualification.bulk.model.RowState;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Lists the rows of a bulk filing for its applicant. */
@ApplicationScoped
public class ListBulkRows {

    private final BulkFilingRepository filings;
    private final BulkRowRepository rows;
    private final ShowRow show;

    ListBulkRows(BulkFilingRepository filings, BulkRowRepository rows, ShowRow show) {
        this.filings = filings;
        this.rows = rows;
        this.show = show;
    }

    /** @param state state to filter by; null for all */
    @WithTransaction
    public Uni<Page<BulkRowView>> handle(Caller caller, long id, @Nullable String state, PageRequest page) {
        RowState wanted = stateOf(state);
        long after = page.afterOr(0);
        int limit = page.limit();
        return filings.require(caller.requireAccount(), id)
                .chain(show::of)
                .chain(shown -> rows.list(id, wanted, after, limit)
                        .map(found -> Page.of(found, limit, last -> Integer.toString(last.number())))
                        .map(found -> found.map(shown)));
    }

    private static @Nullable RowState stateOf(@Nullable String state) {
        return state == null
                ? null
                : Arrays.stream(RowState.values())
                        .filter(each -> each.name().equals(state))
                        .findFirst()
                        .orElseThrow(() -> Problems.badRequest(
                                "STATE_UNKNOWN",
                                "?state",
                                "Unknown state; use one of " + Arrays.toString(RowState.values()) + "."));
    }
}
