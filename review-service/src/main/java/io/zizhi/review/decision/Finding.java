package io.zizhi.review.decision;

import org.jspecify.annotations.Nullable;

/**
 * A reason of a rejection or an item of a supplement request, unencrypted.
 *
 * @param code a code of the catalogue
 * @param pointer JSON pointer into the qualification; empty for the whole
 * @param documentKind the requested kind of document; only in an item, null if a field is to be corrected
 * @param note free text for the applicant
 * @param internalNote free text for staff; only in a reason
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
