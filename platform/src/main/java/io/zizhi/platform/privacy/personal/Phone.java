package io.zizhi.platform.privacy.personal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The phone number of a natural person. Shown as {@code 138****5678}; only {@link #reveal} returns the full number. */
public record Phone(String reveal) {

    private static final int TAIL = 4;
    private static final int HIDDEN = 4;

    @JsonCreator
    public static Phone of(String number) {
        return new Phone(number);
    }

    @JsonValue
    public String masked() {
        String digits = reveal.replaceAll("\\D", "");
        int length = digits.length();
        if (length <= TAIL + HIDDEN) {
            return "*".repeat(length);
        }
        return digits.substring(0, length - TAIL - HIDDEN) + "*".repeat(HIDDEN) + digits.substring(length - TAIL);
    }

    @Override
    public String toString() {
        return masked();
    }
}
