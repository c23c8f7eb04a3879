package io.zizhi.notification.webhook.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zizhi.contracts.Event;
import io.zizhi.notification.webhook.subscription.WebhookEventType;
import io.zizhi.platform.messaging.inbox.EventContext;
import io.zizhi.platform.messaging.outbox.EventJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Writes the bodies of webhooks about events. The fields are those of the event, which holds no personal data. The ids
 * of contacts are omitted, because accounts cannot use them. {@code aggregateVersion} tells receivers the order of the
 * events of one {@code aggregateId}, because retries change the order of arrival.
 */
@ApplicationScoped
class EventBodies {

    private static final List<String> OMITTED = List.of("contactId", "contact");

    private final ObjectMapper json;

    EventBodies(ObjectMapper json) {
        this.json = json;
    }

    EventBody of(WebhookEventType type, Event event, EventContext context) {
        try {
            ObjectNode data = (ObjectNode) json.readTree(EventJson.write(event));
            data.remove(OMITTED);
            ObjectNode body = json.createObjectNode()
                    .put("type", type.type())
                    .put("timestamp", context.occurredAt().toString())
                    .put("aggregateId", event.aggregateId())
                    .put("aggregateVersion", context.aggregateVersion());
            body.set("data", data);
            return new EventBody(data.path("accountId").asText(), json.writeValueAsString(body));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A webhook could not be written: " + type, impossible);
        }
    }
}
