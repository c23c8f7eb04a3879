package io.zizhi.qualification.precheck;

import java.util.List;

/**
 * What all rules found.
 *
 * @param outcomes in the order of their places
 */
public record Evaluation(List<Outcome> outcomes) {

    public Evaluation {
        outcomes = List.copyOf(outcomes);
    }

    /** Whether nothing failed. */
    public boolean passed() {
        return with(OutcomeStatus.FAILED).isEmpty();
    }

    public List<Outcome> with(OutcomeStatus status) {
        return outcomes.stream().filter(outcome -> outcome.status() == status).toList();
    }
}
