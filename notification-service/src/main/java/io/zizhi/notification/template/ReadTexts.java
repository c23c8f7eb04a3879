package io.zizhi.notification.template;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.zizhi.notification.sender.message.SmsTemplate;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Reads texts from the database, in the caller's session if there is one. */
@ApplicationScoped
class ReadTexts {

    private final TemplateVersionRepository versions;

    ReadTexts(TemplateVersionRepository versions) {
        this.versions = versions;
    }

    @WithSession
    public Uni<List<TemplateVersion>> published() {
        return versions.published();
    }

    @WithSession
    public Uni<TemplateTexts> version(SmsTemplate template, int number) {
        return versions.get(template, number).map(TemplateVersion::texts);
    }
}
