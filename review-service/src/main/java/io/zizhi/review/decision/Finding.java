package io.zizhi.review.decision;

import org.jspecify.annotations.Nullable;

/**
 * One reason of a rejection or one item of a supplement request, in clear.
 *
 * @param code of the catalogue
 * @param pointer JSON pointer into the qualification; empty for the whole
 * @param documentKind kind of document asked for; only in an item, null where a field is to be corrected
 * @param note prose for the applicant
 * @param internalNote prose for the staff; only in a reason
 */
public record Finding(
        String code,
        String pointer,
        @Nullable String documentKind,
        @Nullable String note,
        @Nullable String internalNote) {

    public Finding {
        note = blankToNull(note);
        internalNote = blankToNull(internalNote);
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
