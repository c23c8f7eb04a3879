package io.zizhi.qualification.bulk.importing;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.qualification.bulk.importing.model.ImportRepository;
import io.zizhi.qualification.bulk.importing.model.ImportRowRepository;
import jakarta.enterprise.context.ApplicationScoped;

/** Returns the progress of one import. */
@ApplicationScoped
public class ReadProgress {

    private final ImportRepository imports;
    private final ImportRowRepository rows;

    ReadProgress(ImportRepository imports, ImportRowRepository rows) {
        this.imports = imports;
        this.rows = rows;
    }

    @WithTransaction
    public Uni<ImportView> handle(long id) {
        return imports.require(id).chain(sheet -> rows.count(id).map(counts -> ImportView.from(sheet, counts)));
    }
}
