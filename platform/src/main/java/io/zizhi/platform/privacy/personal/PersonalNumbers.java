package io.zizhi.platform.privacy.personal;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds personal numbers in text: resident IDs of mainland China with a valid check character, and mobile numbers. It
 * ignores longer runs of letters and digits, which are ids of the suite. It is stricter than {@link PersonalText},
 * because here a match is an alarm or a refusal.
 */
public final class PersonalNumbers {

    private static final Pattern CANDIDATE =
            Pattern.compile("(?<![0-9A-Za-z])(?:[1-9][0-9]{16}[0-9Xx]|(?:\\+?86)?1[3-9][0-9]{9})(?![0-9A-Za-z])");

    /** One blank or hyphen between two digits, as people write phone numbers. */
    private static final Pattern SEPARATOR = Pattern.compile("(?<=[0-9])[ -](?=[0-9Xx])");

    private static final int ID_LENGTH = 18;
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    private PersonalNumbers() {}

    public static String mask(String text) {
        return CANDIDATE.matcher(text).replaceAll(found -> Matcher.quoteReplacement(maskOne(found)));
    }

    public static boolean areIn(String text) {
        return !mask(text).equals(text);
    }

    /** Like {@link #areIn}, for text that people write: also finds full-width digits, and digits in groups. */
    public static boolean areWrittenIn(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
        return areIn(plain) || areIn(SEPARATOR.matcher(plain).replaceAll(""));
    }

    private static String maskOne(MatchResult found) {
        String number = found.group();
        if (number.length() < ID_LENGTH) {
            return Phone.of(number).masked();
        }
        return hasRightCheck(number) ? IdNumber.of(number).masked() : number;
    }

    /** Verifies the check character by GB 11643-1999. */
    private static boolean hasRightCheck(String number) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * Character.digit(number.charAt(i), 10);
        }
        return number.toUpperCase(Locale.ROOT).charAt(ID_LENGTH - 1) == CHECKS.charAt(sum % 11);
    }
}
