package io.zizhi.notification.sender.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zizhi.notification.sender.message.Sms;
import io.zizhi.notification.sender.message.SmsLanguage;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Body of a request to the gateway, in the form that Standard Webhooks proposes. It may contain a phone code, so it
 * must not be logged.
 *
 * @param type {@code sms.send} or {@code sms.recall}
 * @param timestamp time of the request
 * @param data content of the request
 */
record GatewayRequest(String type, String timestamp, Data data) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Content of a request. A recall has only the first two fields.
     *
     * @param messageId 32 hexadecimal digits
     * @param attempt number of the attempt, from 1
     * @param to {@code +86} and eleven digits
     * @param template name of the text
     * @param language {@code zh-CN} or {@code en}
     * @param parameters of the template
     * @param text complete text
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Data(
            String messageId,
            int attempt,
            @Nullable String to,
            @Nullable String template,
            @Nullable String language,
            @Nullable Map<String, String> parameters,
            @Nullable String text) {

        /** Omits everything that a person could be recognised by, and the code. */
        @Override
        public String toString() {
            return messageId + "/" + attempt;
        }
    }

    static GatewayRequest send(Sms sms, Instant now) {
        return new GatewayRequest(
                "sms.send",
                now.toString(),
                new Data(
                        sms.messageId(),
                        sms.attempt(),
                        "+86" + sms.to().reveal(),
                        sms.template().name(),
                        sms.language() == SmsLanguage.ZH_CN ? "zh-CN" : "en",
                        sms.parameters(),
                        sms.text()));
    }

    static GatewayRequest recall(String messageId, int attempt, Instant now) {
        return new GatewayRequest(
                "sms.recall", now.toString(), new Data(messageId, attempt, null, null, null, null, null));
    }

    String json() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A request could not be written", impossible);
        }
    }

    @Override
    public String toString() {
        return type + " " + data;
    }
}
