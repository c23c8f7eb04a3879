package io.zizhi.faults.evidence;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A violation of an invariant.
 *
 * @param invariant its short name
 * @param says the invariant's sentence
 * @param what the problem, with the ids
 * @param facts the rows and records that show it
 */
public record Violation(String invariant, String says, String what, List<String> facts) {

    public Violation {
        facts = List.copyOf(facts);
    }

    /** Formats the violation for people. */
    public String summary() {
        return invariant + " " + says + "\n   " + what
                + facts.stream().map(fact -> "\n      " + fact).collect(Collectors.joining());
    }
}
