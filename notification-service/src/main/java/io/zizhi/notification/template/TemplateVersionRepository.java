package io.zizhi.notification.template;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.zizhi.notification.sender.message.SmsTemplate;
import io.zizhi.platform.http.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
class TemplateVersionRepository implements PanacheRepositoryBase<TemplateVersion, TemplateVersion.Key> {

    private static final String PUBLISHED = """
            select version from TemplateVersion version, MessageTemplate template
            where version.key.name = template.name and version.key.number = template.published
              and template.name in ?1
            """;

    /** Returns the published version of each template of this release. */
    Uni<List<TemplateVersion>> published() {
        return list(PUBLISHED, MessageTemplateRepository.names());
    }

    /** Returns one version, or fails with 404. */
    Uni<TemplateVersion> get(SmsTemplate template, int number) {
        return findById(TemplateVersion.Key.of(template, number))
                .onItem()
                .ifNull()
                .failWith(() -> Problems.notFound("SMS_TEMPLATE_VERSION_NOT_FOUND", "No such version."));
    }

    /** Returns up to {@code limit} versions and one more, the newest first. */
    Uni<List<TemplateVersion>> page(SmsTemplate template, long before, int limit) {
        return find("key.name = ?1 and key.number < ?2 order by key.number desc", template.name(), before)
                .range(0, limit)
                .list();
    }
}
