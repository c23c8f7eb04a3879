package io.zizhi.qualification.catalogue.comparison;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One field that differs.
 *
 * @param pointer JSON pointer to the field; of a document that is gone, into the form before
 * @param kind whether it was filled in, emptied or changed
 * @param documentKind where the field names a document, the kind that belongs there
 * @param before what it held, as text
 * @param after what it holds, as text
 * @param masked whether the values are masked; they differ even where they look the same
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FieldChangeView(
        String pointer,
        Kind kind,
        @Nullable String documentKind,
        @Nullable String before,
        @Nullable String after,
        boolean masked) {

    /** What became of the field. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }

    public static FieldChangeView from(FieldChange change, Reader reader) {
        return new FieldChangeView(
                change.pointer(),
                kindOf(change),
                change.documentKind(),
                shown(change.before(), reader),
                shown(change.after(), reader),
                Stream.of(change.before(), change.after())
                        .filter(Objects::nonNull)
                        .anyMatch(reader::masks));
    }

    private static Kind kindOf(FieldChange change) {
        if (change.before() == null) {
            return Kind.ADDED;
        }
        return change.after() == null ? Kind.REMOVED : Kind.CHANGED;
    }

    private static @Nullable String shown(@Nullable Object value, Reader reader) {
        return value == null ? null : reader.shown(value);
    }

    /** Without the values. */
    @Override
    public String toString() {
        return "FieldChangeView[" + pointer + ", " + kind + "]";
    }
}
