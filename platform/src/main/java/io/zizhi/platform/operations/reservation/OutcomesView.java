package io.zizhi.platform.operations.reservation;

import java.util.List;

/**
 * Outcomes of attempts to submit.
 *
 * @param outcomes in the order of the question
 */
public record OutcomesView(List<AttemptOutcome> outcomes) {}
