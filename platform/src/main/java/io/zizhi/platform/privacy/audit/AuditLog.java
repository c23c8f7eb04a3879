package io.zizhi.platform.privacy.audit;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.Bookkeeping;
import io.zizhi.platform.database.NativeQuery;
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

    /**
     * Appends an entry about an account that the caller named. Leaves the account out if the log has no entry of it: the
     * text may be anything, also a personal number, and what is appended stays for good.
     */
    public Uni<Void> appendNamed(AuditEntry entry) {
        String account = entry.accountId();
        return account == null
                ? append(entry)
                : knows(account).chain(known -> append(known ? entry : entry.withoutAccount()));
    }

    private static Uni<Boolean> knows(String account) {
        return new NativeQuery("select exists (select from audit_head where chain = :account)")
                .with("account", account)
                .single(Boolean.class);
    }
}
