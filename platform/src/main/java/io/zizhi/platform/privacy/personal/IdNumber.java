package io.zizhi.platform.privacy.personal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The number of a natural person's identity document. From 15 characters on it is shown as {@code 511391********5123}:
 * the first six and last four characters, as the cloud consoles do. A shorter number shows only its last two
 * characters.
 */
public record IdNumber(String reveal) {

    private static final int HEAD = 6;
    private static final int TAIL = 4;
    private static final int SHORT_TAIL = 2;
    private static final int LONG = 15;

    @JsonCreator
    public static IdNumber of(String number) {
        return new IdNumber(number);
    }

    @JsonValue
    public String masked() {
        int length = reveal.length();
        if (length <= SHORT_TAIL) {
            return "*".repeat(length);
        }
        if (length < LONG) {
            return "*".repeat(length - SHORT_TAIL) + reveal.substring(length - SHORT_TAIL);
        }
        return reveal.substring(0, HEAD) + "*".repeat(length - HEAD - TAIL) + reveal.substring(length - TAIL);
    }

    @Override
    public String toString() {
        return masked();
    }
}
