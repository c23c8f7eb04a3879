package io.zizhi.qualification.bulk.importing;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.Page;
import io.zizhi.platform.http.PageRequest;
import io.zizhi.platform.http.Parameters;
import io.zizhi.qualification.bulk.importing.model.ImportFinding;
import io.zizhi.qualification.bulk.importing.model.ImportRepository;
import io.zizhi.qualification.bulk.importing.model.ImportRow;
import io.zizhi.qualification.bulk.importing.model.ImportRowRepository;
import io.zizhi.qualification.bulk.importing.model.ImportRowState;
import io.zizhi.qualification.bulk.importing.model.ImportSeal;
import io.zizhi.qualification.bulk.importing.model.QualificationImport;
import io.zizhi.qualification.bulk.sheet.column.SheetHeaders;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists the rows of an import with their findings. */
@ApplicationScoped
public class ListImportRows {

    private final ImportRepository imports;
    private final ImportRowRepository rows;
    private final ImportSeal seal;

    ListImportRows(ImportRepository imports, ImportRowRepository rows, ImportSeal seal) {
        this.imports = imports;
        this.rows = rows;
        this.seal = seal;
    }

    /** @param state state to filter by; null for all */
    @WithTransaction
    public Uni<Page<ImportRowView>> handle(long id, @Nullable String state, PageRequest page) {
        ImportRowState wanted = Parameters.oneOf(ImportRowState.class, "?state", state);
        long after = page.afterOr(0);
        int limit = page.limit();
        return imports.require(id)
                .map(QualificationImport::headers)
                .chain(headers -> rows.list(id, wanted, after, limit)
                        .map(found -> Page.of(found, limit, last -> Integer.toString(last.number())))
                        .map(found -> found.map(row -> ImportRowView.from(row, findings(row, headers)))));
    }

    /** The dry run does not know the sheet, so its findings get their cells here. */
    private List<ImportFinding> findings(ImportRow row, SheetHeaders headers) {
        return seal.findings(row).stream()
                .map(finding -> finding.in(headers, row.number()))
                .toList();
    }
}
