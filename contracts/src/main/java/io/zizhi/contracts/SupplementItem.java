package io.zizhi.contracts;

import org.jspecify.annotations.Nullable;

/**
 * One thing that the applicant is asked to add.
 *
 * @param code from the catalogue of reasons, for example {@code MATERIAL_INSUFFICIENT}
 * @param pointer JSON pointer to the field or document of the qualification it is about; empty for the whole
 * @param documentKind kind of document asked for; null where a field is to be corrected
 */
public record SupplementItem(
        String code, String pointer, @Nullable String documentKind) {}
