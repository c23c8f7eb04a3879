package io.zizhi.contracts;

/**
 * One reason of a rejection, as data.
 *
 * @param code from the catalogue of reasons, for example {@code COMPANY_NAME_MISMATCH}
 * @param pointer JSON pointer to the field of the qualification it is about; empty for the whole
 */
public record DecisionReason(String code, String pointer) {}
