package io.zizhi.notification.template;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import jakarta.enterprise.context.ApplicationScoped;

/** Requests the publication of a version on behalf of an operator. Nothing is published until another confirms. */
@ApplicationScoped
class RequestPublication {

    private final TemplateVersionRepository versions;
    private final SmsPublicationRepository publications;
    private final TemplateRules rules;
    private final TemplateAudit audit;

    RequestPublication(
            TemplateVersionRepository versions,
            SmsPublicationRepository publications,
            TemplateRules rules,
            TemplateAudit audit) {
        this.versions = versions;
        this.publications = publications;
        this.rules = rules;
        this.audit = audit;
    }

    @WithTransaction
    public Uni<SmsPublicationView> request(Caller operator, String name, int number) {
        return versions.get(MessageTemplateRepository.named(name), number)
                .invoke(version -> rules.require(version.template(), version.texts()))
                .call(version ->
                        audit.record(operator, "sms-template.publication-requested", version.template(), number))
                .chain(version -> publications.request(version, operator.subject()));
    }
}
