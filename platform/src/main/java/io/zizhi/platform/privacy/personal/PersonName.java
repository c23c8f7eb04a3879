package io.zizhi.platform.privacy.personal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The name of a natural person. Shown as {@code 李*}; only {@link #reveal} returns the full name. */
public record PersonName(String reveal) {

    @JsonCreator
    public static PersonName of(String name) {
        return new PersonName(name);
    }

    /** Returns the first character and an asterisk. */
    @JsonValue
    public String masked() {
        return reveal.isEmpty() ? "" : reveal.substring(0, reveal.offsetByCodePoints(0, 1)) + "*";
    }

    @Override
    public String toString() {
        return masked();
    }
}
