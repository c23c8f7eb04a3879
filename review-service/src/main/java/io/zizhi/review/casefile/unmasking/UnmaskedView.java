package io.zizhi.review.casefile.unmasking;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Fields in plain text. Not to be kept anywhere.
 *
 * @param workOrder the review
 * @param values in the order asked for
 */
public record UnmaskedView(long workOrder, List<UnmaskedValue> values) {

    /**
     * One field.
     *
     * @param pointer JSON pointer of the field
     * @param value what was filled in; null where nothing was
     */
    public record UnmaskedValue(String pointer, @Nullable String value) {

        /** Without the value. */
        @Override
        public String toString() {
            return "UnmaskedValue[" + pointer + "]";
        }
    }
}
