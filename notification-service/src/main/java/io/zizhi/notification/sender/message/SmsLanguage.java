package io.zizhi.notification.sender.message;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Languages of the message texts. */
public enum SmsLanguage {
    ZH_CN("zh"),

    EN("en");

    /** The longest {@code Accept-Language} that is parsed, in characters: the time grows with its square. */
    private static final int LONGEST = 500;

    private final String family;

    SmsLanguage(String family) {
        this.family = family;
    }

    /**
     * Returns the language that a request prefers; any variant of Chinese selects simplified Chinese.
     *
     * @param acceptLanguage value of the header; empty if it is null, malformed, too long or names neither language
     */
    public static Optional<SmsLanguage> preferred(@Nullable String acceptLanguage) {
        return ranges(acceptLanguage).stream()
                .filter(range -> range.getWeight() > 0)
                .flatMap(range -> Stream.of(values()).filter(language -> language.includes(range.getRange())))
                .findFirst();
    }

    private boolean includes(String range) {
        return range.equals(family) || range.startsWith(family + "-");
    }

    private static List<Locale.LanguageRange> ranges(@Nullable String header) {
        try {
            return header == null || header.isBlank() || header.length() > LONGEST
                    ? List.of()
                    : Locale.LanguageRange.parse(header);
        } catch (IllegalArgumentException malformed) {
            return List.of();
        }
    }
}
