package io.zizhi.notification.sender.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.zizhi.notification.sender.channel.GatewayAnswer;
import io.zizhi.notification.sender.channel.GatewayAnswer.Answered;
import io.zizhi.notification.sender.channel.GatewayAnswer.NoAnswer;
import io.zizhi.notification.sender.channel.GatewayAnswer.NotReached;
import io.zizhi.notification.sender.channel.SmsResult;
import io.zizhi.notification.sender.channel.SmsResult.Accepted;
import io.zizhi.notification.sender.channel.SmsResult.Deferred;
import io.zizhi.notification.sender.channel.SmsResult.NeverReceived;
import io.zizhi.notification.sender.channel.SmsResult.Refused;
import io.zizhi.notification.sender.channel.SmsResult.Unknown;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Decides what an answer of the gateway means for a message, as {@code docs/sms-webhook.md} defines it. */
final class GatewayVerdict {

    /** The gateway has refused the request before reading the message: a wrong secret, a wait, or too many requests. */
    private static final Set<Integer> NOT_TAKEN = Set.of(401, 403, 404, 407, 408, 425, 429);

    /** Proxies answer so when the gateway behind them may have the request. */
    private static final Set<Integer> FROM_PROXIES = Set.of(502, 504);

    private static final Pattern PROVIDER_ID = Pattern.compile("[\\x21-\\x7E]{1,100}");
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,49}");

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final Duration LONGEST_RETRY_AFTER = Duration.ofHours(1);
    private static final int MOST_DOUBLINGS = 10;

    private static final ObjectMapper JSON = new ObjectMapper();

    private GatewayVerdict() {}

    /** @param attempt number of the attempt, at least 1; pauses grow with it */
    static SmsResult ofSend(GatewayAnswer answer, int attempt) {
        return switch (answer) {
            case NotReached unreachable -> new Deferred("GATEWAY_NOT_REACHED", pause(attempt));
            case NoAnswer silent -> new Unknown("GATEWAY_NO_ANSWER");
            case Answered answered -> ofSend(answered, attempt);
        };
    }

    private static SmsResult ofSend(Answered answer, int attempt) {
        int status = answer.status();
        JsonNode body = read(answer.body());
        if (status >= 200 && status < 300) {
            return accepted(body);
        }
        if (FROM_PROXIES.contains(status)) {
            return new Unknown("HTTP_" + status);
        }
        if (status < 400 || status >= 500 || NOT_TAKEN.contains(status)) {
            return new Deferred("HTTP_" + status, pause(answer.retryAfter(), attempt));
        }
        String code = code(body, status);
        return status == 409 && code.equals("RECALLED") ? new NeverReceived() : new Refused(code);
    }

    static SmsResult ofRecall(GatewayAnswer answer) {
        if (!(answer instanceof Answered answered)) {
            return new Unknown("GATEWAY_NO_ANSWER");
        }
        int status = answered.status();
        JsonNode body = read(answered.body());
        if (status != 200) {
            return new Unknown("HTTP_" + status);
        }
        return switch (body.path("status").asText()) {
            case "ACCEPTED", "DELIVERED" -> accepted(body);
            case "REFUSED" -> new Refused(code(body, status));
            case "NEVER_RECEIVED" -> new NeverReceived();
            default -> new Unknown("GATEWAY_ANSWER_UNREADABLE");
        };
    }

    /** Returns whether an answer to a recall says that the phone has the message. */
    static boolean isDelivered(GatewayAnswer answer) {
        return answer instanceof Answered answered
                && answered.status() == 200
                && read(answered.body()).path("status").asText().equals("DELIVERED");
    }

    /** An answer without an id may come from something else than the gateway, such as a sign-in page. */
    private static SmsResult accepted(JsonNode body) {
        String id = body.path("providerMessageId").asText();
        return PROVIDER_ID.matcher(id).matches() ? new Accepted(id) : new Unknown("GATEWAY_ANSWER_UNREADABLE");
    }

    private static String code(JsonNode body, int status) {
        String code = body.path("code").asText();
        return CODE.matcher(code).matches() ? code : "HTTP_" + status;
    }

    private static JsonNode read(@Nullable String body) {
        try {
            return body == null ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (JsonProcessingException garbage) {
            return MissingNode.getInstance();
        }
    }

    private static Duration pause(@Nullable Duration retryAfter, int attempt) {
        if (retryAfter == null || retryAfter.isZero()) {
            return pause(attempt);
        }
        return retryAfter.compareTo(LONGEST_RETRY_AFTER) < 0 ? retryAfter : LONGEST_RETRY_AFTER;
    }

    private static Duration pause(int attempt) {
        Duration growing = FIRST_PAUSE.multipliedBy(1L << Math.min(attempt - 1, MOST_DOUBLINGS));
        return growing.compareTo(LONGEST_PAUSE) < 0 ? growing : LONGEST_PAUSE;
    }
}
