package io.zizhi.contracts;

/**
 * One reason of a rejection.
 *
 * @param code code from the catalogue of reasons, for example {@code COMPANY_NAME_MISMATCH}
 * @param pointer JSON pointer to the field concerned; empty for the whole form
 */
public record DecisionReason(String code, String pointer) {}
