package io.zizhi.notification.webhook.subscription;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Writes the bodies of challenges and test calls, in the form of all webhooks. */
@ApplicationScoped
class CallBody {

    private final ObjectMapper json;

    CallBody(ObjectMapper json) {
        this.json = json;
    }

    String challenge(Call call, String challenge, Instant now) {
        ObjectNode body = body("webhook.verification", call, now);
        body.withObject("/data").put("challenge", challenge);
        return write(body);
    }

    String test(Call call, Instant now) {
        return write(body("webhook.test", call, now));
    }

    private ObjectNode body(String type, Call call, Instant now) {
        ObjectNode body = json.createObjectNode().put("type", type).put("timestamp", now.toString());
        body.putObject("data").put("webhookId", call.webhookId());
        return body;
    }

    private String write(ObjectNode body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A webhook could not be written", impossible);
        }
    }
}
