package io.zizhi.faults.driver.history;

import java.time.Instant;
import java.util.Map;

/**
 * One operation of the history, from both its lines.
 *
 * @param number counts up in the order of the invocations
 * @param worker the driver, such as {@code applicant-3}
 * @param name the request, such as {@code submit}
 * @param asked ids and keys of the request
 * @param end its result; {@link Moment#INFO} if unknown, for example because the driver ended before
 * @param answered ids and states of the response, and the HTTP status
 * @param from when it was sent
 * @param to when it ended
 */
public record Operation(
        long number,
        String worker,
        String name,
        Map<String, String> asked,
        Moment end,
        Map<String, String> answered,
        Instant from,
        Instant to) {

    public Operation {
        asked = Map.copyOf(asked);
        answered = Map.copyOf(answered);
    }

    public boolean is(String operation, Moment moment) {
        return name.equals(operation) && end == moment;
    }

    /** Returns that field of the request; empty if it is missing. */
    public String sent(String fact) {
        return asked.getOrDefault(fact, "");
    }

    /** Returns that field of the response; empty if it is missing. */
    public String got(String fact) {
        return answered.getOrDefault(fact, "");
    }
}
