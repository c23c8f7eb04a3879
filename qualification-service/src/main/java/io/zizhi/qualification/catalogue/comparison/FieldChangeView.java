package io.zizhi.qualification.catalogue.comparison;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A field that differs.
 *
 * @param pointer JSON pointer to the field; if a document was removed, into the older form
 * @param kind whether the field was added, removed or changed
 * @param documentKind required kind of document, if the field refers to a document
 * @param before the older value, as text
 * @param after the newer value, as text
 * @param masked whether the values are masked; two masked values may look alike although they differ
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FieldChangeView(
        String pointer,
        Kind kind,
        @Nullable String documentKind,
        @Nullable String before,
        @Nullable String after,
        boolean masked) {

    /** How the field changed. */
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

    /** Omits the values, which may be personal data. */
    @Override
    public String toString() {
        return "FieldChangeView[" + pointer + ", " + kind + "]";
    }
}
