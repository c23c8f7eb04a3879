package io.zizhi.platform.operations;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.privacy.audit.AuditEntry;
import io.zizhi.platform.privacy.audit.AuditLog;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Records the views and actions of operators in the audit log. */
@ApplicationScoped
public class OperationsAudit {

    private final AuditLog log;

    OperationsAudit(AuditLog log) {
        this.log = log;
    }

    /**
     * Adds a row to the current transaction.
     *
     * @param action verb phrase, for example {@code dead-letter.retried}
     * @param objectType for example {@code dead-letter}
     */
    public Uni<Void> record(
            Caller operator, String action, String objectType, String objectId, @Nullable String reason) {
        return record(operator.subject(), action, objectType, objectId, reason);
    }

    /**
     * Adds a row about work that continues after the call of the operator.
     *
     * @param operator subject of the operator
     */
    public Uni<Void> record(
            String operator, String action, String objectType, String objectId, @Nullable String reason) {
        return log.append(
                new AuditEntry(operator, Roles.OPERATOR, null, action, objectType, objectId, reason, List.of()));
    }
}
