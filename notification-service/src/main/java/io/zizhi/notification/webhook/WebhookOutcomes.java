package io.zizhi.notification.webhook;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** Returns the outcomes of queued webhooks. Runs in the caller's transaction. */
@ApplicationScoped
public class WebhookOutcomes {

    private final WebhookDeliveryRepository deliveries;

    WebhookOutcomes(WebhookDeliveryRepository deliveries) {
        this.deliveries = deliveries;
    }

    /** Returns the outcomes by webhook id. */
    public Uni<Map<String, WebhookOutcome>> of(Collection<String> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return deliveries
                .list("id in ?1", ids)
                .map(found -> found.stream().collect(Collectors.toMap(WebhookDelivery::id, WebhookDelivery::outcome)));
    }
}
