package io.zizhi.review.casefile.unmasking;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Fields in plain text. Must not be stored anywhere.
 *
 * @param workOrder the review
 * @param values in the requested order
 */
public record UnmaskedView(long workOrder, List<UnmaskedValue> values) {

    /**
     * One field.
     *
     * @param pointer JSON pointer of the field
     * @param value the value that was filled in; null if the field is empty
     */
    public record UnmaskedValue(String pointer, @Nullable String value) {

        /** Omits the value. */
        @Override
        public String toString() {
            return "UnmaskedValue[" + pointer + "]";
        }
    }
}
