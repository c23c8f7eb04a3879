package io.zizhi.qualification.bulk.importing;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.runtime.time.DatabaseTime;
import io.zizhi.qualification.bulk.importing.model.ImportRepository;
import io.zizhi.qualification.bulk.importing.model.ImportRowRepository;
import io.zizhi.qualification.bulk.importing.model.QualificationImport;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/**
 * Confirms an import on behalf of a second operator. Its checked rows are then imported in the background. Repeating the
 * confirmation changes nothing.
 */
@ApplicationScoped
public class ConfirmImport {

    private final ImportRepository imports;
    private final ImportRowRepository rows;
    private final ImportAudit audit;
    private final DatabaseTime time;

    ConfirmImport(ImportRepository imports, ImportRowRepository rows, ImportAudit audit, DatabaseTime time) {
        this.imports = imports;
        this.rows = rows;
        this.audit = audit;
        this.time = time;
    }

    @WithTransaction
    public Uni<ImportView> handle(Caller operator, long id) {
        return imports.lock(id)
                .call(sheet -> time.now().chain(now -> confirm(operator, sheet, now)))
                .chain(sheet -> rows.count(id).map(counts -> ImportView.from(sheet, counts)));
    }

    private Uni<Void> confirm(Caller operator, QualificationImport sheet, Instant now) {
        return rows.count(sheet.id())
                .map(counts -> sheet.confirm(operator.subject(), counts.rows(), now))
                .chain(first -> first
                        ? rows.confirm(sheet.id(), now)
                                .chain(() -> audit.record(operator.subject(), "import.confirmed", sheet.id()))
                        : Uni.createFrom().voidItem());
    }
}
