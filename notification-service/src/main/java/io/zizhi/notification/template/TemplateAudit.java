package io.zizhi.notification.template;

import io.smallrye.mutiny.Uni;
import io.zizhi.notification.sender.message.SmsTemplate;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.privacy.audit.AuditEntry;
import io.zizhi.platform.privacy.audit.AuditLog;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Records the actions of operators on template versions in the audit log. */
@ApplicationScoped
class TemplateAudit {

    private final AuditLog log;

    TemplateAudit(AuditLog log) {
        this.log = log;
    }

    /** @param action for example {@code sms-template.published} */
    Uni<Void> record(Caller caller, String action, SmsTemplate template, int number) {
        return log.append(new AuditEntry(
                caller.subject(),
                Roles.OPERATOR,
                null,
                action,
                "sms-template",
                template + "/" + number,
                null,
                List.of()));
    }
}
