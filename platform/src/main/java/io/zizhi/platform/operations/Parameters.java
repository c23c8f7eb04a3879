package io.zizhi.platform.operations;

import io.zizhi.contracts.Topics;
import io.zizhi.platform.http.problem.Problems;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads query parameters as they were sent; what has not the right form is 400 and names the parameter. */
public final class Parameters {

    private static final int LONGEST = 200;
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    private Parameters() {}

    /** One of the topics of the suite, or null where none is asked for. */
    public static @Nullable String topic(String pointer, @Nullable String topic) {
        if (topic != null && !Topics.ALL.contains(topic)) {
            throw Problems.badRequest("TOPIC_UNKNOWN", pointer, "The topics are " + Topics.ALL + ".");
        }
        return topic;
    }

    /** Text that a column can be compared with, or null where none is asked for. */
    public static @Nullable String text(String pointer, @Nullable String text) {
        if (text != null && !isStorable(text)) {
            throw Problems.badRequest(
                    "PARAMETER_INVALID",
                    pointer,
                    "Send 1 to " + LONGEST + " characters, none of them a control character.");
        }
        return text;
    }

    /** An instant as {@code 2026-11-24T02:00:00Z}, or null where none is asked for. */
    public static @Nullable Instant instant(String pointer, @Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return storable(Instant.parse(text));
        } catch (DateTimeException noInstant) {
            throw Problems.badRequest("PARAMETER_INVALID", pointer, "Send an instant such as 2026-11-24T02:00:00Z.");
        }
    }

    /** A whole number from 0 on, or null where none is asked for. */
    public static @Nullable Long number(String pointer, @Nullable String text) {
        if (text == null) {
            return null;
        }
        if (!text.matches("\\d{1,18}")) {
            throw Problems.badRequest("PARAMETER_INVALID", pointer, "Send a whole number.");
        }
        return Long.parseLong(text);
    }

    /** One of the constants, or null where none is asked for. */
    public static <E extends Enum<E>> @Nullable E oneOf(Class<E> type, String pointer, @Nullable String name) {
        if (name == null) {
            return null;
        }
        List<E> known = Arrays.asList(type.getEnumConstants());
        return known.stream()
                .filter(constant -> constant.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problems.badRequest("PARAMETER_INVALID", pointer, "Send one of " + known + "."));
    }

    /** Whether a column can hold it; a path that holds something else names nothing of ours. */
    public static boolean isStorable(String text) {
        return !text.isEmpty() && text.length() <= LONGEST && text.chars().noneMatch(Character::isISOControl);
    }

    static Instant storable(Instant instant) {
        if (instant.isBefore(Instant.EPOCH) || instant.isAfter(LAST)) {
            throw new DateTimeException("Not of this era");
        }
        return instant;
    }
}
