package io.zizhi.notification.staff.subscription;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.privacy.audit.AuditEntry;
import io.zizhi.platform.privacy.audit.AuditLog;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Records in the audit log who changed a subscription. */
@ApplicationScoped
class SubscriptionAudit {

    private final AuditLog log;

    SubscriptionAudit(AuditLog log) {
        this.log = log;
    }

    /** @param action for example {@code staff-subscription.created} */
    Uni<Void> record(Caller caller, String action, StaffSubscription subscription) {
        String role = caller.has(Roles.OPERATOR) ? Roles.OPERATOR : Roles.SUPERVISOR;
        return log.append(new AuditEntry(
                caller.subject(),
                role,
                null,
                action,
                "staff-subscription",
                Long.toString(subscription.id()),
                null,
                List.of()));
    }
}
