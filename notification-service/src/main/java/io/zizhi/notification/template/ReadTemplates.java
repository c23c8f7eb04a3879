package io.zizhi.notification.template;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.Page;
import io.zizhi.platform.http.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Shows templates and their versions. */
@ApplicationScoped
class ReadTemplates {

    private final MessageTemplateRepository templates;
    private final TemplateVersionRepository versions;
    private final TemplateRules rules;

    ReadTemplates(MessageTemplateRepository templates, TemplateVersionRepository versions, TemplateRules rules) {
        this.templates = templates;
        this.versions = versions;
        this.rules = rules;
    }

    @WithSession
    public Uni<Page<SmsTemplateView>> all() {
        return templates
                .known()
                .chain(found -> versions.published().map(published -> new Page<>(views(found, published), null)));
    }

    private static List<SmsTemplateView> views(List<MessageTemplate> templates, List<TemplateVersion> published) {
        Map<String, TemplateVersion> byName = published.stream()
                .collect(Collectors.toMap(version -> version.template().name(), Function.identity()));
        return templates.stream()
                .map(template -> SmsTemplateView.from(
                        template,
                        Objects.requireNonNull(byName.get(template.template().name()))))
                .toList();
    }

    @WithSession
    public Uni<SmsTemplateView> one(String name) {
        return templates
                .get(name)
                .chain(template -> versions.get(template.template(), template.published())
                        .map(published -> SmsTemplateView.from(template, published)));
    }

    @WithSession
    public Uni<Page<SmsTemplateVersionView>> versions(String name, PageRequest page) {
        return templates
                .get(name)
                .chain(template -> versions.page(template.template(), page.afterOr(Integer.MAX_VALUE), page.limit())
                        .map(found -> Page.of(found, page.limit(), last -> Integer.toString(last.number())))
                        .map(found -> found.map(version -> SmsTemplateVersionView.from(version, template, rules))));
    }
}
