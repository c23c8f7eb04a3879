package io.zizhi.qualification.catalogue.comparison;

import org.jspecify.annotations.Nullable;

/**
 * A field that differs between two forms, with unmasked values. A {@link FieldChangeView} is the version for display.
 *
 * @param pointer JSON pointer to the field; if the field was removed, into the older form
 * @param documentKind kind of document that the field refers to; null for other fields
 * @param before null if it was not filled in
 * @param after null if it is no longer filled in
 */
public record FieldChange(
        String pointer,
        @Nullable String documentKind,
        @Nullable Object before,
        @Nullable Object after) {

    /** Omits the values, which may be personal data. */
    @Override
    public String toString() {
        return "FieldChange[" + pointer + "]";
    }
}
