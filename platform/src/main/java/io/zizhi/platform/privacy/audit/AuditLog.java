package io.zizhi.platform.privacy.audit;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.NativeQuery;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Writes audit rows in the transaction of the action. A view is recorded and committed before the first byte is shown.
 * The table accepts only inserts; a trigger rejects everything else.
 */
@ApplicationScoped
public class AuditLog {

    private static final String INSERT = """
            insert into audit_entry(actor, role, account_id, action, object_type, object_id, reason, fields, recipient)
            values (:actor, :role, cast(:accountId as text), :action, :objectType, :objectId, cast(:reason as text),
                    string_to_array(:fields, ','), cast(:recipient as text))
            """;

    public Uni<Void> append(AuditEntry entry) {
        return new NativeQuery(INSERT)
                .with("actor", entry.actor())
                .with("role", entry.role())
                .with("accountId", entry.accountId())
                .with("action", entry.action())
                .with("objectType", entry.objectType())
                .with("objectId", entry.objectId())
                .with("reason", entry.reason())
                .with("fields", String.join(",", entry.fields()))
                .with("recipient", entry.recipient())
                .execute()
                .replaceWithVoid();
    }
}
