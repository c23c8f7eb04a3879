package io.zizhi.qualification.bulk;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.messaging.inbox.AccountErasure;
import io.zizhi.qualification.bulk.model.BulkRowRepository;
import jakarta.enterprise.context.ApplicationScoped;

/** Cancels the open rows of an erased account and erases what its sheets contained. */
@ApplicationScoped
public class EraseBulkRows implements AccountErasure {

    private final BulkRowRepository rows;

    EraseBulkRows(BulkRowRepository rows) {
        this.rows = rows;
    }

    @Override
    public Uni<Void> erase(String accountId) {
        return rows.erase(accountId).replaceWithVoid();
    }
}
