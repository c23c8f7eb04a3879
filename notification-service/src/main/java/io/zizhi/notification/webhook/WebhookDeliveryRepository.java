package io.zizhi.notification.webhook;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.EntityColumns;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;

/** The webhooks on their way. */
@ApplicationScoped
class WebhookDeliveryRepository implements PanacheRepositoryBase<WebhookDelivery, String> {

    private static final String NEXT_DUE = "select " + EntityColumns.of(WebhookDelivery.class) + """
             from webhook_delivery where due_at <= statement_timestamp()
            order by due_at limit 1 for update skip locked
            """;

    Uni<Optional<WebhookDelivery>> lock(String id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE).map(Optional::ofNullable);
    }

    /** The one that is due for longest and that no other replica is just claiming. */
    Uni<Optional<WebhookDelivery>> lockNextDue() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(NEXT_DUE, WebhookDelivery.class)
                        .getResultList())
                .map(found -> found.stream().findFirst());
    }

    /** Those that reached their end. */
    Uni<Long> forgetBefore(Instant queuedAt) {
        return delete("status <> ?1 and queuedAt < ?2", WebhookStatus.QUEUED, queuedAt);
    }
}
