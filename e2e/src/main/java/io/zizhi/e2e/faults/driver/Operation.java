package io.zizhi.e2e.faults.driver;

import java.time.Instant;
import java.util.Map;

/**
 * One operation of the history, with both its lines.
 *
 * @param number counts up in the order of the invocations
 * @param worker who asked, such as {@code applicant-3}
 * @param name what was asked for, such as {@code submit}
 * @param asked ids and keys that were sent
 * @param end how it ended; {@link Moment#INFO} also where the driver itself never learned it
 * @param answered ids and states that came back, and the HTTP status
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

    /** Copies the maps. */
    public Operation {
        asked = Map.copyOf(asked);
        answered = Map.copyOf(answered);
    }

    public boolean is(String operation, Moment moment) {
        return name.equals(operation) && end == moment;
    }

    /** What was sent under that name; empty where nothing was. */
    public String sent(String fact) {
        return asked.getOrDefault(fact, "");
    }

    /** What came back under that name; empty where nothing did. */
    public String got(String fact) {
        return answered.getOrDefault(fact, "");
    }
}
