package io.zizhi.e2e.faults.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Collects what breaks one invariant. */
final class Findings {

    private static final int LONGEST_FACT = 600;

    private final Invariant invariant;
    private final List<Violation> violations = new ArrayList<>();
    private long checked;

    Findings(Invariant invariant) {
        this.invariant = invariant;
    }

    void add(String what, Object... facts) {
        checked++;
        violations.add(new Violation(
                invariant.id(),
                invariant.says(),
                what,
                Arrays.stream(facts).map(Findings::shortened).toList()));
    }

    /** Notes that something was looked at in which nothing was found. */
    void looked() {
        checked++;
    }

    /** Adds it unless {@code holds}. */
    void require(boolean holds, String what, Object... facts) {
        checked++;
        if (!holds) {
            add(what, facts);
        }
    }

    /** Everything that was found; an invariant for which there was nothing to look at is not proved. */
    List<Violation> all() {
        if (checked == 0) {
            add("There was nothing to check");
        }
        return List.copyOf(violations);
    }

    private static String shortened(Object fact) {
        String text = String.valueOf(fact);
        return text.length() <= LONGEST_FACT ? text : text.substring(0, LONGEST_FACT) + "…";
    }
}
