package io.zizhi.notification.template;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.runtime.time.DatabaseTime;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Publishes a version on behalf of a second operator: a draft, or an earlier version to return to. Its texts are checked
 * again, because signature and limits may have changed.
 */
@ApplicationScoped
class ConfirmPublication {

    private final MessageTemplateRepository templates;
    private final TemplateVersionRepository versions;
    private final SmsPublicationRepository publications;
    private final TemplateRules rules;
    private final TemplateAudit audit;
    private final DatabaseTime time;

    ConfirmPublication(
            MessageTemplateRepository templates,
            TemplateVersionRepository versions,
            SmsPublicationRepository publications,
            TemplateRules rules,
            TemplateAudit audit,
            DatabaseTime time) {
        this.templates = templates;
        this.versions = versions;
        this.publications = publications;
        this.rules = rules;
        this.audit = audit;
        this.time = time;
    }

    @WithTransaction
    public Uni<SmsPublicationView> confirm(Caller operator, long id) {
        return publications.confirm(id, operator.subject(), request -> publish(operator, request));
    }

    private Uni<Void> publish(Caller operator, SmsPublicationView request) {
        return templates
                .lock(request.template())
                .chain(template -> versions.get(template.template(), request.number())
                        .invoke(version -> rules.require(template.template(), version.texts()))
                        .call(version -> time.now().invoke(version::publish))
                        .invoke(version -> template.publish(version.number()))
                        .chain(version -> audit.record(
                                operator, "sms-template.published", template.template(), version.number())));
    }
}
