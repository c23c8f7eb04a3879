package io.zizhi.platform.privacy.audit;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Writes audit rows in the transaction of the action. A view is recorded and committed before the first byte is shown.
 * The table accepts only inserts; a trigger rejects everything else.
 */
@ApplicationScoped
public class AuditLog {

    private static final String INSERT = """
            insert into audit_entry(actor, role, account_id, action, object_type, object_id, reason, fields)
            values (:actor, :role, cast(:accountId as text), :action, :objectType, :objectId, cast(:reason as text),
                    string_to_array(:fields, ','))
            """;

    public Uni<Void> append(AuditEntry entry) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(INSERT)
                        .setParameter("actor", entry.actor())
                        .setParameter("role", entry.role())
                        .setParameter("accountId", entry.accountId())
                        .setParameter("action", entry.action())
                        .setParameter("objectType", entry.objectType())
                        .setParameter("objectId", entry.objectId())
                        .setParameter("reason", entry.reason())
                        .setParameter("fields", String.join(",", entry.fields()))
                        .executeUpdate())
                .replaceWithVoid();
    }
}
