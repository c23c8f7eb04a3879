package io.zizhi.platform.http;

import io.zizhi.contracts.Topics;
import io.zizhi.platform.http.problem.Problems;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parses query parameters. Fails with 400 and names the parameter if its form is invalid. */
public final class Parameters {

    /** Form of account ids, as a regular expression. */
    public static final String ACCOUNT = "[A-Za-z0-9._-]{1,64}";

    /** The longest subject of a token. */
    private static final int LONGEST = 255;

    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    private Parameters() {}

    /** Returns a topic of the suite; null if absent. */
    public static @Nullable String topic(String pointer, @Nullable String topic) {
        if (topic != null && !Topics.ALL.contains(topic)) {
            throw Problems.badRequest("TOPIC_UNKNOWN", pointer, "The topic must be one of " + Topics.ALL + ".");
        }
        return topic;
    }

    /** Returns text that can be compared with a column; null if absent. */
    public static @Nullable String text(String pointer, @Nullable String text) {
        if (text != null && !isStorable(text)) {
            throw Problems.badRequest(
                    "PARAMETER_INVALID", pointer, "Send 1 to " + LONGEST + " characters without control characters.");
        }
        return text;
    }

    /** Returns the id of an account; null if absent. */
    public static @Nullable String account(String pointer, @Nullable String account) {
        if (account != null && !account.matches(ACCOUNT)) {
            throw Problems.badRequest(
                    "PARAMETER_INVALID", pointer, "Send 1 to 64 letters, digits, dots, underscores and hyphens.");
        }
        return account;
    }

    /** Parses an instant such as {@code 2026-11-24T02:00:00Z}; null if absent. */
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

    /** Parses a whole number from 0; null if absent. */
    public static @Nullable Long number(String pointer, @Nullable String text) {
        if (text == null) {
            return null;
        }
        if (!text.matches("\\d{1,18}")) {
            throw Problems.badRequest("PARAMETER_INVALID", pointer, "Send a whole number.");
        }
        return Long.parseLong(text);
    }

    /** Parses a constant of the enum; null if absent. */
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

    /** Returns whether a column can hold the text. A path with other text cannot name an existing row. */
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
