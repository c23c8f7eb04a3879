package io.zizhi.qualification.precheck;

import java.util.List;

/**
 * The results of all rules.
 *
 * @param outcomes sorted by pointer
 */
public record Evaluation(List<Outcome> outcomes) {

    public Evaluation {
        outcomes = List.copyOf(outcomes);
    }

    /** Returns whether no rule failed. */
    public boolean passed() {
        return with(OutcomeStatus.FAILED).isEmpty();
    }

    public List<Outcome> with(OutcomeStatus status) {
        return outcomes.stream().filter(outcome -> outcome.status() == status).toList();
    }
}
