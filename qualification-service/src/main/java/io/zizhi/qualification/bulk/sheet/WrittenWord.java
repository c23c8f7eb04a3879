package io.zizhi.qualification.bulk.sheet;

import java.text.Normalizer;
import java.util.Locale;

/** Compares words and headers as people write them: in any width and case, with spaces, brackets or an asterisk. */
final class WrittenWord {

    private static final String NOT_LETTER_OR_DIGIT = "[^\\p{L}\\p{N}]+";
    private static final String HINT = "(必填|选填|required|optional)$";

    private WrittenWord() {}

    /** Returns what equal words have in common: compatibility form, lower case, letters and digits only. */
    static String key(String word) {
        return wide(word).toLowerCase(Locale.ROOT).replaceAll(NOT_LETTER_OR_DIGIT, "");
    }

    /** Like {@link #key}, but without a note at the end such as {@code （必填）}. */
    static String headerKey(String header) {
        return key(header).replaceAll(HINT, "");
    }

    /** Returns a code or number without spaces, and with half-width instead of full-width characters. */
    static String code(String text) {
        return wide(text).replaceAll("[\\s\\p{Z}\\p{Cf}]+", "");
    }

    /** Returns the text without surrounding white space, which includes no-break and invisible spaces. */
    static String trimmed(String text) {
        return text.replaceAll("^[\\s\\p{Z}\\p{Cf}]+|[\\s\\p{Z}\\p{Cf}]+$", "");
    }

    private static String wide(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }
}
