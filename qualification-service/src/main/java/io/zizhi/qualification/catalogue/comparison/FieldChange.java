package io.zizhi.qualification.catalogue.comparison;

import org.jspecify.annotations.Nullable;

/**
 * One field in which two forms differ, with its values as they are; for other eyes it becomes a {@link FieldChangeView}.
 *
 * @param pointer JSON pointer to the field; of what is removed, into the form before
 * @param documentKind kind of the document that the field names; null where it names none
 * @param before null where it was not filled in
 * @param after null where it is not filled in any more
 */
public record FieldChange(
        String pointer,
        @Nullable String documentKind,
        @Nullable Object before,
        @Nullable Object after) {

    /** Without the values. */
    @Override
    public String toString() {
        return "FieldChange[" + pointer + "]";
    }
}
