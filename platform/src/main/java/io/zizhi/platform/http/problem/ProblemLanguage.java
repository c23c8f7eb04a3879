package io.zizhi.platform.http.problem;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The language of a problem's texts, chosen by {@code Accept-Language} (RFC 9110, section 12.5.4). */
enum ProblemLanguage {
    ENGLISH("en"),
    CHINESE("zh-CN");

    /**
     * The longest header that is parsed, in characters. The time grows with the square of the length: 16 KB would take
     * seconds.
     */
    private static final int LONGEST = 500;

    private final String tag;

    ProblemLanguage(String tag) {
        this.tag = tag;
    }

    /** Returns the language tag for {@code Content-Language}. */
    String tag() {
        return tag;
    }

    /**
     * Returns the supported language that the caller prefers. Any variant of Chinese selects simplified Chinese.
     *
     * @param accepted value of the header; English if it is null, malformed, longer than 500 characters, or names
     *     neither language
     */
    static ProblemLanguage of(@Nullable String accepted) {
        for (Locale.LanguageRange range : ranges(accepted)) {
            String wanted = range.getRange();
            if (range.getWeight() > 0 && (wanted.equals("zh") || wanted.startsWith("zh-"))) {
                return CHINESE;
            }
            if (range.getWeight() > 0 && (wanted.equals("en") || wanted.startsWith("en-") || wanted.equals("*"))) {
                return ENGLISH;
            }
        }
        return ENGLISH;
    }

    private static List<Locale.LanguageRange> ranges(@Nullable String accepted) {
        try {
            return accepted == null || accepted.isBlank() || accepted.length() > LONGEST
                    ? List.of()
                    : Locale.LanguageRange.parse(accepted);
        } catch (IllegalArgumentException malformed) {
            return List.of();
        }
    }
}
