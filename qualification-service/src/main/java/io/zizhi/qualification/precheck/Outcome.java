package io.zizhi.qualification.precheck;

/**
 * The result of a rule for one field of the form.
 *
 * @param rule code of the rule
 * @param pointer JSON pointer to the field
 * @param status result of the check
 */
public record Outcome(RuleCode rule, String pointer, OutcomeStatus status) {}
