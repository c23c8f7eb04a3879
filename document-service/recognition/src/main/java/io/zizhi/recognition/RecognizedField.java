package io.zizhi.recognition;

import org.jspecify.annotations.Nullable;

/**
 * A value as printed on the document. It may be personal data, so it must not be logged.
 *
 * @param name of the field, see {@link DocumentForm}
 * @param value text without spaces; a date is ISO 8601, and a long-term validity ends 2099-12-31
 * @param confidence mean of the characters, 0 to 1; halved if a check failed
 * @param isConfirmed whether a check character or a second place on the document confirms the value; null without such a
 *     check
 */
public record RecognizedField(
        String name,
        String value,
        double confidence,
        @Nullable Boolean isConfirmed,
        PictureBox box) {

    /** Hides the value, which may be personal data. */
    @Override
    public String toString() {
        return name + "[" + value.length() + " characters]";
    }
}
