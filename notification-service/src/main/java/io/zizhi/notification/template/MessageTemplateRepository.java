package io.zizhi.notification.template;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.zizhi.notification.sender.message.SmsTemplate;
import io.zizhi.platform.http.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.stream.Stream;

@ApplicationScoped
class MessageTemplateRepository implements PanacheRepositoryBase<MessageTemplate, String> {

    /** Returns the template with that name, or fails with 404. */
    static SmsTemplate named(String name) {
        return Stream.of(SmsTemplate.values())
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problems.notFound("SMS_TEMPLATE_NOT_FOUND", "No such template."));
    }

    /** Returns the templates of this release, in the order of their names. */
    Uni<List<MessageTemplate>> known() {
        return list("name in ?1 order by name", names());
    }

    static List<String> names() {
        return Stream.of(SmsTemplate.values()).map(SmsTemplate::name).toList();
    }

    Uni<MessageTemplate> get(String name) {
        return findById(named(name).name());
    }

    Uni<MessageTemplate> lock(String name) {
        return findById(named(name).name(), LockModeType.PESSIMISTIC_WRITE);
    }
}
