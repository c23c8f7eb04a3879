package io.zizhi.notification.template;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.runtime.time.DatabaseTime;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Publishes a version: a draft, or an earlier version to return to. Its texts are checked again, because signature and
 * limits may have changed.
 */
@ApplicationScoped
class PublishTemplate {

    private final MessageTemplateRepository templates;
    private final TemplateVersionRepository versions;
    private final TemplateRules rules;
    private final TemplateAudit audit;
    private final DatabaseTime time;

    PublishTemplate(
            MessageTemplateRepository templates,
            TemplateVersionRepository versions,
            TemplateRules rules,
            TemplateAudit audit,
            DatabaseTime time) {
        this.templates = templates;
        this.versions = versions;
        this.rules = rules;
        this.audit = audit;
        this.time = time;
    }

    @WithTransaction
    public Uni<SmsTemplateView> publish(Caller caller, String name, int number, long expected) {
        return templates
                .lock(name)
                .invoke(template -> template.requireVersion(expected))
                .chain(template -> versions.get(template.template(), number)
                        .invoke(version -> rules.require(template.template(), version.texts()))
                        .call(version -> time.now().invoke(version::publish))
                        .invoke(version -> template.publish(number))
                        .call(() -> audit.record(caller, "sms-template.published", template.template(), number))
                        .map(version -> SmsTemplateView.from(template, version)));
    }
}
