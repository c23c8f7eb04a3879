package io.zizhi.qualification.bulk.importing;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.messaging.inbox.AccountErasure;
import io.zizhi.qualification.bulk.importing.model.ImportRowRepository;
import jakarta.enterprise.context.ApplicationScoped;

/** Cancels the rows of an erased account and erases their forms. */
@ApplicationScoped
class EraseImportRows implements AccountErasure {

    private final ImportRowRepository rows;

    EraseImportRows(ImportRowRepository rows) {
        this.rows = rows;
    }

    @Override
    public Uni<Void> erase(String accountId) {
        return rows.erase(accountId).replaceWithVoid();
    }
}
