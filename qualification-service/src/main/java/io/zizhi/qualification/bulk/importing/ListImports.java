package io.zizhi.qualification.bulk.importing;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.Page;
import io.zizhi.platform.http.PageRequest;
import io.zizhi.qualification.bulk.importing.model.ImportCounts;
import io.zizhi.qualification.bulk.importing.model.ImportRepository;
import io.zizhi.qualification.bulk.importing.model.ImportRowRepository;
import io.zizhi.qualification.bulk.importing.model.QualificationImport;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Lists imports with their progress, latest first. */
@ApplicationScoped
public class ListImports {

    private final ImportRepository imports;
    private final ImportRowRepository rows;

    ListImports(ImportRepository imports, ImportRowRepository rows) {
        this.imports = imports;
        this.rows = rows;
    }

    @WithTransaction
    public Uni<Page<ImportView>> handle(PageRequest page) {
        long before = page.afterOr(Long.MAX_VALUE);
        int limit = page.limit();
        return imports.list(before, limit)
                .map(found -> Page.of(found, limit, last -> Long.toString(last.id())))
                .chain(this::views);
    }

    private Uni<Page<ImportView>> views(Page<QualificationImport> page) {
        List<Long> ids = page.items().stream().map(QualificationImport::id).toList();
        return rows.count(ids)
                .map(counts ->
                        page.map(sheet -> ImportView.from(sheet, counts.getOrDefault(sheet.id(), ImportCounts.NONE))));
    }
}
