package io.zizhi.e2e.faults.audit;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What raised the versions of the qualifications: each of these acts did by one and stands in the timeline, so that the
 * n-th led to version n.
 */
final class Timelines {

    /** What an applicant asks for, by the act in the timeline. */
    private static final Map<String, String> REQUESTS = Map.of(
            "DRAFTED", "draft",
            "EDITED", "edit",
            "AMENDMENT_OPENED", "edit",
            "AMENDMENT_DISCARDED", "discard",
            "SUBMITTED", "submit",
            "WITHDRAWN", "withdraw",
            "DELETED", "delete");

    /** What the desk does to it. */
    private static final Set<String> RESULTS = Set.of("APPROVED", "REJECTED", "SUPPLEMENT_REQUESTED");

    private final Map<String, List<Row>> acts;

    Timelines(Evidence evidence) {
        this.acts = evidence.rows(Evidence.QUALIFICATION, "timeline_entry").stream()
                .filter(entry -> REQUESTS.containsKey(entry.text("act")) || RESULTS.contains(entry.text("act")))
                .sorted(Comparator.comparingLong(entry -> entry.number("id")))
                .collect(Collectors.groupingBy(entry -> entry.text("qualification_id")));
    }

    /** The acts of a qualification, in their order. */
    List<Row> of(String qualification) {
        return acts.getOrDefault(qualification, List.of());
    }

    /** The act that led to a version. */
    @Nullable
    Row act(String qualification, long version) {
        List<Row> all = of(qualification);
        return version >= 1 && version <= all.size() ? all.get((int) version - 1) : null;
    }

    Set<String> qualifications() {
        return acts.keySet();
    }

    /** Whether the act is one that an applicant asks for. */
    static boolean isAskedFor(Row act) {
        return REQUESTS.containsKey(act.text("act"));
    }

    /** Whether the act is what a request of that name asks for. */
    static boolean is(@Nullable Row act, String request) {
        return act != null && request.equals(REQUESTS.get(act.text("act")));
    }
}
