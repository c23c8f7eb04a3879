package io.zizhi.e2e.faults.audit;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What raised the versions of the qualifications, or of the letters: each of these acts did by one and stands in the
 * timeline, so that the n-th led to version n.
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

    /** Operations about letters are called like those about qualifications, with this at the end. */
    private static final String LETTER = "Letter";

    /** What the desk does to it. */
    private static final Set<String> RESULTS = Set.of("APPROVED", "REJECTED", "SUPPLEMENT_REQUESTED");

    private final Map<String, List<Row>> acts;

    private Timelines(List<Row> entries, String owner) {
        this.acts = entries.stream()
                .filter(entry -> REQUESTS.containsKey(entry.text("act")) || RESULTS.contains(entry.text("act")))
                .sorted(Comparator.comparingLong(entry -> entry.number("id")))
                .collect(Collectors.groupingBy(entry -> entry.text(owner)));
    }

    static Timelines ofQualifications(Evidence evidence) {
        return new Timelines(evidence.rows(Evidence.QUALIFICATION, "timeline_entry"), "qualification_id");
    }

    static Timelines ofLetters(Evidence evidence) {
        return new Timelines(evidence.rows(Evidence.QUALIFICATION, "letter_timeline_entry"), "letter_id");
    }

    /** The acts of a qualification or letter, in their order. */
    List<Row> of(String owner) {
        return acts.getOrDefault(owner, List.of());
    }

    /** The act that led to a version. */
    @Nullable
    Row act(String owner, long version) {
        List<Row> all = of(owner);
        return version >= 1 && version <= all.size() ? all.get((int) version - 1) : null;
    }

    Set<String> owners() {
        return acts.keySet();
    }

    /** Whether the act is one that an applicant asks for. */
    static boolean isAskedFor(Row act) {
        return REQUESTS.containsKey(act.text("act"));
    }

    /** Whether the act is what a request of that name asks for. */
    static boolean is(@Nullable Row act, String request) {
        if (act == null) {
            return false;
        }
        String name = REQUESTS.get(act.text("act"));
        return name != null && (request.equals(name) || request.equals(name + LETTER));
    }
}
