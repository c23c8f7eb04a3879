package io.zizhi.notification.sender.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zizhi.notification.sender.channel.ReceiptBody;
import io.zizhi.notification.sender.channel.SmsReceipt;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a receipt of the gateway, as {@code docs/sms-webhook.md} defines it. */
final class GatewayReceipt {

    private static final String TYPE = "sms.receipt";
    private static final Pattern MESSAGE_ID = Pattern.compile("[0-9a-f]{32}");
    private static final Pattern PROVIDER_ID = Pattern.compile("[\\x21-\\x7E]{1,100}");
    private static final ObjectMapper JSON = new ObjectMapper();

    private GatewayReceipt() {}

    /** Fails with 400 if the body is no receipt. Ignores unknown fields. */
    static SmsReceipt read(String body) {
        JsonNode request = parse(body);
        JsonNode data = request.path("data");
        String messageId = matching(MESSAGE_ID, data.path("messageId"));
        String providerId = matching(PROVIDER_ID, data.path("providerMessageId"));
        if (!request.path("type").asText().equals(TYPE) || (messageId == null && providerId == null)) {
            throw ReceiptBody.unreadable();
        }
        return new SmsReceipt(
                HttpSmsSender.NAME,
                providerId,
                messageId,
                outcome(data.path("status").asText()),
                matching(ReceiptBody.CODE, data.path("code")),
                time(data.path("at").asText()));
    }

    private static JsonNode parse(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException garbage) {
            throw ReceiptBody.unreadable();
        }
    }

    private static SmsReceipt.Outcome outcome(String name) {
        return Arrays.stream(SmsReceipt.Outcome.values())
                .filter(outcome -> outcome.name().equals(name))
                .findFirst()
                .orElseThrow(ReceiptBody::unreadable);
    }

    private static Instant time(String text) {
        try {
            return ReceiptBody.time(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException noTime) {
            throw ReceiptBody.unreadable();
        }
    }

    private static @Nullable String matching(Pattern form, JsonNode value) {
        String text = value.asText();
        return form.matcher(text).matches() ? text : null;
    }
}
