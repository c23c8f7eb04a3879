package io.zizhi.faults.evidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Collects the violations of one invariant. */
public final class Findings {

    private static final int LONGEST_FACT = 600;

    private final Invariant invariant;
    private final List<Violation> violations = new ArrayList<>();
    private long checked;

    public Findings(Invariant invariant) {
        this.invariant = invariant;
    }

    public void add(String what, Object... facts) {
        checked++;
        violations.add(new Violation(
                invariant.id(),
                invariant.says(),
                what,
                Arrays.stream(facts).map(Findings::shortened).toList()));
    }

    /** Records that a check was made without a finding. */
    public void looked() {
        checked++;
    }

    /** Adds a finding unless {@code holds}. */
    public void require(boolean holds, String what, Object... facts) {
        checked++;
        if (!holds) {
            add(what, facts);
        }
    }

    /** Returns all findings. An invariant without anything to check counts as not proved. */
    public List<Violation> all() {
        if (checked == 0) {
            add("No data to check exists");
        }
        return List.copyOf(violations);
    }

    private static String shortened(Object fact) {
        String text = String.valueOf(fact);
        return text.length() <= LONGEST_FACT ? text : text.substring(0, LONGEST_FACT) + "…";
    }
}
