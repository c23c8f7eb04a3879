package io.zizhi.recognition.form;

import java.util.Locale;
import java.util.stream.Collectors;

/** Corrects confused characters where only some are possible. */
final class Letters {

    private static final String LIKE_DIGITS = "OoDQ〇IlZzSsB";
    private static final String DIGITS = "00000" + "11" + "22" + "55" + "8";

    private Letters() {}

    /** Replaces letters by the digits that look like them. */
    static String toDigits(String text) {
        return replaced(text, LIKE_DIGITS, DIGITS);
    }

    /** Replaces the letters that no credit code has (GB 32100-2015) by those that look like them. */
    static String toCreditCode(String text) {
        return replaced(text.toUpperCase(Locale.ROOT), "OI〇SZV", "010" + "52" + "Y");
    }

    /** Keeps Chinese characters and the dot in names of minorities. */
    static String chinese(String text) {
        return text.codePoints()
                .filter(character -> Character.isIdeographic(character) || character == '·')
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    /**
     * Removes colons at the beginning, writes brackets as Chinese text does, and a comma that was read as the stroke
     * that looks like it.
     */
    static String text(String text) {
        return replaced(text, "()丶", "（）、").replaceFirst("^[:：.·,，、]+", "");
    }

    private static String replaced(String text, String characters, String by) {
        StringBuilder replaced = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            int index = characters.indexOf(text.charAt(i));
            if (index >= 0) {
                replaced.setCharAt(i, by.charAt(index));
            }
        }
        return replaced.toString();
    }
}
