package io.zizhi.contracts;

import org.jspecify.annotations.Nullable;

/**
 * One item that the applicant is asked to add or correct.
 *
 * @param code code from the catalogue of reasons, for example {@code MATERIAL_INSUFFICIENT}
 * @param pointer JSON pointer to the field or document concerned; empty for the whole form
 * @param documentKind kind of document requested; null if a field is to be corrected
 */
public record SupplementItem(
        String code, String pointer, @Nullable String documentKind) {}
