package io.zizhi.qualification.bulk.sheet.column;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Compares words and headers as people write them: in any width and case, with spaces, brackets or an asterisk. */
public final class WrittenWord {

    private static final Pattern NOT_LETTER_OR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern HINT = Pattern.compile("(必填|选填|required|optional)$");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\p{Cf}]+");

    private WrittenWord() {}

    /** Returns what equal words have in common: compatibility form, lower case, letters and digits only. */
    public static String key(String word) {
        return NOT_LETTER_OR_DIGIT.matcher(wide(word).toLowerCase(Locale.ROOT)).replaceAll("");
    }

    /** Like {@link #key}, but without a note at the end such as {@code （必填）}. */
    static String headerKey(String header) {
        return HINT.matcher(key(header)).replaceAll("");
    }

    /** Returns a code or number without spaces, and with half-width instead of full-width characters. */
    public static String code(String text) {
        return BLANKS.matcher(wide(text)).replaceAll("");
    }

    /** Returns the text without surrounding white space, which includes no-break and invisible spaces. */
    public static String trimmed(String text) {
        int begin = 0;
        int end = text.length();
        while (begin < end && isBlank(text.charAt(begin))) {
            begin++;
        }
        while (end > begin && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(begin, end);
    }

    private static boolean isBlank(char character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || Character.getType(character) == Character.FORMAT;
    }

    private static String wide(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }
}
