package io.zizhi.review.worklist.queue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A query condition that contains only the requested filters, so that the database plans it better. */
final class Condition {

    private final List<String> parts = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    Condition and(String part) {
        parts.add(part);
        return this;
    }

    Condition and(String part, String parameter, Object value) {
        return and(part).with(parameter, value);
    }

    Condition with(String parameter, Object value) {
        parameters.put(parameter, value);
        return this;
    }

    String sql() {
        return String.join(" and ", parts);
    }

    Map<String, Object> parameters() {
        return Map.copyOf(parameters);
    }
}
