package io.zizhi.qualification.reviewapi.unmasking;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Fields in plain text. Not to be kept anywhere.
 *
 * @param workOrder the submission
 * @param values in the order asked for
 */
public record ValuesView(long workOrder, List<ValueView> values) {

    /**
     * One field.
     *
     * @param pointer JSON pointer of the field
     * @param value what was filled in; null where nothing was
     */
    public record ValueView(String pointer, @Nullable String value) {

        /** Without the value. */
        @Override
        public String toString() {
            return "ValueView[" + pointer + "]";
        }
    }
}
