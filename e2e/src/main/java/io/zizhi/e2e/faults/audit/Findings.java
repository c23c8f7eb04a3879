package io.zizhi.e2e.faults.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Collects what breaks one invariant. */
final class Findings {

    private static final int LONGEST_FACT = 600;

    private final Invariant invariant;
    private final List<Violation> violations = new ArrayList<>();

    Findings(Invariant invariant) {
        this.invariant = invariant;
    }

    void add(String what, Object... facts) {
        violations.add(new Violation(
                invariant.id(),
                invariant.says(),
                what,
                Arrays.stream(facts).map(Findings::shortened).toList()));
    }

    /** Adds it unless {@code holds}. */
    void require(boolean holds, String what, Object... facts) {
        if (!holds) {
            add(what, facts);
        }
    }

    List<Violation> all() {
        return List.copyOf(violations);
    }

    private static String shortened(Object fact) {
        String text = String.valueOf(fact);
        return text.length() <= LONGEST_FACT ? text : text.substring(0, LONGEST_FACT) + "…";
    }
}
