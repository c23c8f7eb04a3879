package io.zizhi.faults.suite;

import com.fasterxml.jackson.databind.JsonNode;
import io.zizhi.e2e.Api;
import io.zizhi.local.layout.Service;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.function.Function;

/** Two operators of one service, who repeat unanswered requests. */
public final class Operators {

    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final Duration BEFORE_A_REPEAT = Duration.ofMillis(500);
    private static final int MOST_TRIES = 12;
    private static final int SERVER_ERROR = 500;
    private static final int REFUSED = 400;

    private final FaultySuite suite;
    private final URI service;

    public Operators(FaultySuite suite, Service service) {
        this.suite = suite;
        this.service = URI.create("http://127.0.0.1:" + suite.front(service).port() + "/v1/operations");
    }

    public URI uri(String path) {
        return URI.create(service + path);
    }

    /** Returns the response to the first operator; see {@link #answered}. */
    public JsonNode first(Function<Api, Api.Answer> call, Integer... refusals) {
        return answered("operator", call, refusals);
    }

    /** Returns the response to the second operator; see {@link #answered}. */
    public JsonNode second(Function<Api, Api.Answer> call, Integer... refusals) {
        return answered("operator-b", call, refusals);
    }

    /** @param refusals statuses that also count as success, because an unanswered request may have taken effect */
    private JsonNode answered(String user, Function<Api, Api.Answer> call, Integer... refusals) {
        Api api = new Api(suite.suite().token(user), PATIENCE);
        String last = "nothing";
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            try {
                Api.Answer answer = call.apply(api);
                if (answer.status() < REFUSED || Set.of(refusals).contains(answer.status())) {
                    return answer.body();
                }
                last = answer.status() + " " + answer.body();
                if (answer.status() < SERVER_ERROR) {
                    break;
                }
            } catch (UncheckedIOException noAnswer) {
                last = String.valueOf(noAnswer.getCause());
            }
            Pauses.of(BEFORE_A_REPEAT);
        }
        throw new IllegalStateException(service + " answered " + user + " with " + last);
    }
}
