package io.zizhi.document.recognition;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A value as printed on the document. It may be personal data, so it must not be logged.
 *
 * @param name of the field, for example {@code idNumber}; the form determines the names
 * @param value text without spaces; a date is ISO 8601, and a long-term validity ends 2099-12-31
 * @param confidence 0 to 1; halved if a check failed
 * @param confirmed whether a check character or a second place on the document confirms the value; absent without such a
 *     check
 * @param box where the value is in the picture
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RecognisedField(
        String name,
        String value,
        double confidence,
        @Nullable Boolean confirmed,
        Box box) {

    /** Hides the value, which may be personal data. */
    @Override
    public String toString() {
        return name + "[" + value.length() + " characters]";
    }

    /**
     * A rectangle in pixels of the stored picture, which a view returns. It is upright, and may be smaller than the
     * uploaded one.
     *
     * @param x left edge
     * @param y upper edge
     * @param width width
     * @param height height
     */
    public record Box(int x, int y, int width, int height) {}
}
