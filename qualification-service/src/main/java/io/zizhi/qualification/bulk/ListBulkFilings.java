package io.zizhi.qualification.bulk;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.Page;
import io.zizhi.platform.http.PageRequest;
import io.zizhi.platform.identity.Caller;
import io.zizhi.qualification.bulk.model.BulkFiling;
import io.zizhi.qualification.bulk.model.BulkFilingRepository;
import io.zizhi.qualification.bulk.model.BulkFilingView;
import io.zizhi.qualification.bulk.model.BulkRowRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Lists the bulk filings of an account with their progress, latest first. */
@ApplicationScoped
public class ListBulkFilings {

    private final BulkFilingRepository filings;
    private final BulkRowRepository rows;

    ListBulkFilings(BulkFilingRepository filings, BulkRowRepository rows) {
        this.filings = filings;
        this.rows = rows;
    }

    @WithTransaction
    public Uni<Page<BulkFilingView>> handle(Caller caller, PageRequest page) {
        long before = page.afterOr(Long.MAX_VALUE);
        int limit = page.limit();
        return filings.list(caller.requireAccount(), before, limit)
                .map(found -> Page.of(found, limit, last -> Long.toString(last.id())))
                .chain(this::counted);
    }

    private Uni<Page<BulkFilingView>> counted(Page<BulkFiling> page) {
        return rows.countAll(page.items().stream().map(BulkFiling::id).toList())
                .map(counts ->
                        page.map(filing -> BulkFilingView.from(filing, counts.getOrDefault(filing.id(), Map.of()))));
    }
}
