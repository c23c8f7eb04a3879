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

/** Cancels an import that is not confirmed, and erases its forms. Any operator may cancel. */
@ApplicationScoped
public class CancelImport {

    private final ImportRepository imports;
    private final ImportRowRepository rows;
    private final ImportAudit audit;
    private final DatabaseTime time;

    CancelImport(ImportRepository imports, ImportRowRepository rows, ImportAudit audit, DatabaseTime time) {
        this.imports = imports;
        this.rows = rows;
        this.audit = audit;
        this.time = time;
    }

    @WithTransaction
    public Uni<ImportView> handle(Caller operator, long id) {
        return imports.lock(id)
                .call(sheet -> time.now().chain(now -> cancel(operator, sheet, now)))
                .chain(sheet -> rows.count(id).map(counts -> ImportView.from(sheet, counts)));
    }

    private Uni<Void> cancel(Caller operator, QualificationImport sheet, Instant now) {
        return sheet.cancel(operator.subject(), now)
                ? rows.cancel(sheet.id()).chain(() -> audit.record(operator.subject(), "import.cancelled", sheet.id()))
                : Uni.createFrom().voidItem();
    }
}
