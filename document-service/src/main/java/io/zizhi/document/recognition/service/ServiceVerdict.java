package io.zizhi.document.recognition.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zizhi.document.recognition.Reading;
import io.zizhi.document.recognition.Reading.Failed;
import io.zizhi.document.recognition.Reading.Impossible;
import io.zizhi.document.recognition.Reading.Postponed;
import io.zizhi.document.recognition.service.ServiceAnswer.Answered;
import io.zizhi.document.recognition.service.ServiceAnswer.Broken;
import io.zizhi.document.recognition.service.ServiceAnswer.Late;
import io.zizhi.document.recognition.service.ServiceAnswer.NotReached;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Decides what an answer of the worker or service means for a picture, as {@code docs/recognition.md} defines it. */
final class ServiceVerdict {

    /** The service has refused the request before reading the picture: a wrong key or a wrong address. */
    private static final Set<Integer> WRONG_SETTINGS = Set.of(401, 403, 404, 405, 407);

    /** Proxies answer so when the service behind them is down. */
    private static final Set<Integer> FROM_PROXIES = Set.of(502, 504);

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,49}");

    private static final Duration BUSY = Duration.ofSeconds(1);
    private static final Duration LONGEST_RETRY_AFTER = Duration.ofMinutes(10);

    private static final ObjectMapper JSON = new ObjectMapper();

    private ServiceVerdict() {}

    /** @param pause after an outage */
    static Reading of(ServiceAnswer answer, Duration pause) {
        return switch (answer) {
            case NotReached unreachable -> new Postponed("SERVICE_NOT_REACHED", pause, true);
            case Broken broken -> new Failed("CRASHED");
            case Late late -> new Failed("TIMED_OUT");
            case Answered answered -> of(answered, pause);
        };
    }

    private static Reading of(Answered answer, Duration pause) {
        int status = answer.status();
        if (status == 200) {
            return recognised(answer.body());
        }
        if (status == 429 || (status == 503 && answer.retryAfter() != null)) {
            return new Postponed("BUSY", bounded(answer.retryAfter()), false);
        }
        if (status == 503 || WRONG_SETTINGS.contains(status) || FROM_PROXIES.contains(status)) {
            return new Postponed("HTTP_" + status, pause, true);
        }
        String code = code(answer.body(), status);
        return status >= 400 && status < 500 ? new Impossible(code) : new Failed(code);
    }

    private static Reading recognised(@Nullable String body) {
        if (body == null) {
            return new Failed("ANSWER_TOO_LARGE");
        }
        return parse(body).flatMap(AnswerParser::parse).orElseGet(() -> new Failed("ANSWER_UNREADABLE"));
    }

    private static String code(@Nullable String body, int status) {
        return parse(body == null ? "" : body)
                .map(json -> json.path("code").asText())
                .filter(code -> CODE.matcher(code).matches())
                .orElse("HTTP_" + status);
    }

    private static Optional<JsonNode> parse(String body) {
        try {
            return Optional.of(JSON.readTree(body));
        } catch (JsonProcessingException garbage) {
            return Optional.empty();
        }
    }

    private static Duration bounded(@Nullable Duration retryAfter) {
        if (retryAfter == null || retryAfter.isZero()) {
            return BUSY;
        }
        return retryAfter.compareTo(LONGEST_RETRY_AFTER) < 0 ? retryAfter : LONGEST_RETRY_AFTER;
    }
}
