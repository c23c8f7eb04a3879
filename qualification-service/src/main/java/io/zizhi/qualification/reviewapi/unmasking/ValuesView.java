package io.zizhi.qualification.reviewapi.unmasking;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Unmasked fields in plain text. They must not be stored.
 *
 * @param workOrder work order of the submission
 * @param values in the order of the request
 */
public record ValuesView(long workOrder, List<ValueView> values) {

    /**
     * One unmasked field.
     *
     * @param pointer JSON pointer of the field
     * @param value the submitted value; null if the field is not filled in
     */
    public record ValueView(String pointer, @Nullable String value) {

        /** Omits the value. */
        @Override
        public String toString() {
            return "ValueView[" + pointer + "]";
        }
    }
}
