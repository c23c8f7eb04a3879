package io.zizhi.notification.webhook.subscription;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.privacy.audit.AuditEntry;
import io.zizhi.platform.privacy.audit.AuditLog;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Records changes and calls of a webhook in the audit log. */
@ApplicationScoped
public class WebhookAudit {

    private final AuditLog log;
    private final String service;

    WebhookAudit(AuditLog log, @ConfigProperty(name = "quarkus.application.name") String service) {
        this.log = log;
        this.service = service;
    }

    /** @param action for example {@code webhook.created} */
    public Uni<Void> record(Caller caller, String action, WebhookSubscription webhook) {
        return record(caller.subject(), Roles.APPLICANT, action, webhook);
    }

    /** Records an action of the service. */
    Uni<Void> record(String action, WebhookSubscription webhook) {
        return record(service, Roles.SERVICE, action, webhook);
    }

    private Uni<Void> record(String actor, String role, String action, WebhookSubscription webhook) {
        return log.append(new AuditEntry(
                actor, role, webhook.accountId(), action, "webhook", Long.toString(webhook.id()), null, List.of()));
    }
}
