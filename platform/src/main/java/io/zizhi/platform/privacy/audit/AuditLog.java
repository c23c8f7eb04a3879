package io.zizhi.platform.privacy.audit;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.Bookkeeping;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Writes audit rows in the transaction of the action, by {@link Bookkeeping} before its commit. A view is recorded and
 * committed before the first byte is shown. The table accepts only inserts; a trigger rejects everything else.
 */
@ApplicationScoped
public class AuditLog {

    public Uni<Void> append(AuditEntry entry) {
        return Bookkeeping.rows(OwedEntries.class, OwedEntries::new)
                .invoke(owed -> owed.add(entry))
                .replaceWithVoid();
    }
}
