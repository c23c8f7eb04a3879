package io.zizhi.notification.template;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.runtime.time.DatabaseTime;
import jakarta.enterprise.context.ApplicationScoped;

/** Adds a version to a template, as a draft. Messages are still made from the published version. */
@ApplicationScoped
class DraftTemplate {

    /** Versions that a template may have: one a week for ten years. */
    static final int MOST = 500;

    private final MessageTemplateRepository templates;
    private final TemplateVersionRepository versions;
    private final TemplateRules rules;
    private final TemplateAudit audit;
    private final DatabaseTime time;

    DraftTemplate(
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
    public Uni<SmsTemplateVersionView> draft(Caller caller, String name, long expected, TemplateTexts texts) {
        rules.require(MessageTemplateRepository.named(name), texts);
        return templates.lock(name).chain(template -> {
            int number = template.requireVersion(expected).draft(MOST);
            return time.now()
                    .map(now -> new TemplateVersion(
                            TemplateVersion.Key.of(template.template(), number), texts, caller.subject(), now))
                    .chain(versions::persist)
                    .call(() -> audit.record(caller, "sms-template.drafted", template.template(), number))
                    .map(version -> SmsTemplateVersionView.from(version, template, rules));
        });
    }
}
