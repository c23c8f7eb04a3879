package io.zizhi.faults.evidence;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The acts that raised the versions of qualifications, or of letters. Each act raises the version by one and is in the
 * timeline, so the n-th act led to version n.
 */
public final class Timelines {

    /** The applicants' requests, by the act in the timeline. */
    private static final Map<String, String> REQUESTS = Map.of(
            "DRAFTED", "draft",
            "EDITED", "edit",
            "AMENDMENT_OPENED", "edit",
            "AMENDMENT_DISCARDED", "discard",
            "SUBMITTED", "submit",
            "WITHDRAWN", "withdraw",
            "DELETED", "delete");

    /** The role of filing systems, which also open amendments. */
    private static final String FILING_SYSTEM = "carrier-filing-system";

    /** Suffix of operations about letters, whose names otherwise equal those about qualifications. */
    private static final String LETTER = "Letter";

    /** The results of reviews. */
    private static final Set<String> RESULTS = Set.of("APPROVED", "REJECTED", "SUPPLEMENT_REQUESTED");

    /** Acts of supervisors, which leave form and status as they are. */
    private static final Set<String> RESTRICTIONS = Set.of("SUSPENDED", "REINSTATED", "REVOKED");

    private final Map<String, List<Row>> acts;

    private Timelines(List<Row> entries, String owner) {
        this.acts = entries.stream()
                .filter(entry -> REQUESTS.containsKey(entry.text("act"))
                        || RESULTS.contains(entry.text("act"))
                        || RESTRICTIONS.contains(entry.text("act")))
                .sorted(Comparator.comparingLong(entry -> entry.number("id")))
                .collect(Collectors.groupingBy(entry -> entry.text(owner)));
    }

    public static Timelines ofQualifications(Evidence evidence) {
        return new Timelines(evidence.rows(Evidence.QUALIFICATION, "timeline_entry"), "qualification_id");
    }

    public static Timelines ofLetters(Evidence evidence) {
        return new Timelines(evidence.rows(Evidence.QUALIFICATION, "letter_timeline_entry"), "letter_id");
    }

    /** Returns the acts of a qualification or letter, in order. */
    public List<Row> of(String owner) {
        return acts.getOrDefault(owner, List.of());
    }

    /** Returns the act that led to a version. */
    @Nullable
    public Row act(String owner, long version) {
        List<Row> all = of(owner);
        return version >= 1 && version <= all.size() ? all.get((int) version - 1) : null;
    }

    /** Returns the first act after a version that is not a restriction. */
    public @Nullable Row after(String owner, long version) {
        return of(owner).stream()
                .skip(version)
                .filter(act -> !RESTRICTIONS.contains(act.text("act")))
                .findFirst()
                .orElse(null);
    }

    public Set<String> owners() {
        return acts.keySet();
    }

    /** Returns whether applicants request this kind of act. */
    public static boolean isAskedFor(Row act) {
        return request(act) != null;
    }

    /** Returns whether the request with that name leads to the act. */
    public static boolean is(@Nullable Row act, String request) {
        if (act == null) {
            return false;
        }
        String name = request(act);
        return name != null && (request.equals(name) || request.equals(name + LETTER));
    }

    private static @Nullable String request(Row act) {
        return act.text("role").equals(FILING_SYSTEM) ? null : REQUESTS.get(act.text("act"));
    }
}
