package io.zizhi.e2e.faults.audit;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A broken promise.
 *
 * @param invariant its short name
 * @param says the promise
 * @param what what is wrong, with the ids
 * @param facts the rows and records that show it
 */
public record Violation(String invariant, String says, String what, List<String> facts) {

    /** Copies the facts. */
    public Violation {
        facts = List.copyOf(facts);
    }

    /** For people. */
    public String told() {
        return invariant + " " + says + "\n   " + what
                + facts.stream().map(fact -> "\n      " + fact).collect(Collectors.joining());
    }
}
