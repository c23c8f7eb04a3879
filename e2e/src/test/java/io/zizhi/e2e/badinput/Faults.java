package io.zizhi.e2e.badinput;

import io.zizhi.e2e.http.Call;
import io.zizhi.e2e.openapi.Operation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The findings. Each fault of an operation is listed once, with its count and a request that causes it. */
final class Faults {

    private static final int EXAMPLES = 3;
    private static final int SHOWN = 600;

    private final Map<String, List<String>> examples = new LinkedHashMap<>();
    private final Map<String, Integer> counts = new LinkedHashMap<>();

    void add(Operation operation, Mutation mutation, String fault, Call call, String answer) {
        String key = operation + ": " + fault;
        counts.merge(key, 1, Integer::sum);
        List<String> some = examples.computeIfAbsent(key, first -> new ArrayList<>());
        if (some.size() < EXAMPLES) {
            String shown = answer.length() > SHOWN ? answer.substring(0, SHOWN) + "…" : answer;
            some.add("  " + mutation.label() + (mutation.place().isEmpty() ? "" : " at " + mutation.place()) + "\n    "
                    + call.curl() + "\n    " + shown);
        }
    }

    List<String> list() {
        return counts.entrySet().stream()
                .map(each -> each.getKey() + " (" + each.getValue() + " times)\n"
                        + String.join("\n", examples.getOrDefault(each.getKey(), List.of())))
                .toList();
    }
}
