package io.zizhi.qualification.precheck;

/**
 * What a rule found at one place of the form.
 *
 * @param rule the code
 * @param pointer JSON pointer to the place
 * @param status what was found
 */
public record Outcome(RuleCode rule, String pointer, OutcomeStatus status) {}
