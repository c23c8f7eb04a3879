package io.zizhi.platform.privacy.personal;

import java.text.Normalizer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Masks personal data inside text with unknown content, before an operator sees it.
 *
 * <p>This is only a second safeguard, because a name in Latin letters looks like any other word. The first safeguard is
 * not to show such text without need.
 */
public final class PersonalText {

    /** Characters masked beyond the cut, so that a number at the cut is recognized as a whole. */
    private static final int OVERLAP = 64;

    private static final int HIDING_DIGITS = 7;

    private static final Pattern NUMBERS = Pattern.compile("""
            (?<id>(?<![0-9A-Za-z])[1-9]\\d{5}(?:(?:18|19|20)\\d{2}|\\d{2})(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])\\d{3}[\\dXx]?(?![0-9A-Za-z]))\
            |(?<phone>(?<!\\d)(?:\\+?86[- ]?)?1[3-9]\\d[- ]?\\d{4}[- ]?\\d{4}(?!\\d))""");

    private static final Pattern WORDS = Pattern.compile("""
            (?<keep>(?<![0-9A-Za-z])(?:[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|\\d{4}-\\d{2}-\\d{2}T[\\d:.]+Z)(?![0-9A-Za-z]))\
            |(?<mail>[\\w.+-]+@[\\w.-]+)\
            |(?<han>\\p{IsHan}[\\p{IsHan}·]*)\
            |(?<word>[0-9A-Za-z]+)""");

    private PersonalText() {}

    /**
     * Masks ID and phone numbers. For texts of the suite, which by design contain neither.
     *
     * @param limit maximum number of characters; an ellipsis marks a cut
     */
    public static String masked(String text, int limit) {
        String head = withoutControls(text, limit);
        return cut(NUMBERS.matcher(head).replaceAll(PersonalText::number), limit, text.length());
    }

    /**
     * Masks text from other systems, which may contain anything. Also masks Chinese text except its first character,
     * e-mail addresses, and every word with seven or more digits. UUIDs and instants stay.
     *
     * @param limit maximum number of characters; an ellipsis marks a cut
     */
    public static String strictlyMasked(String text, int limit) {
        String head = withoutControls(Normalizer.normalize(text, Normalizer.Form.NFKC), limit);
        String numbersHidden = WORDS.matcher(NUMBERS.matcher(head).replaceAll(PersonalText::number))
                .replaceAll(PersonalText::word);
        return cut(numbersHidden, limit, text.length());
    }

    private static String withoutControls(String text, int limit) {
        return text.substring(0, Math.min(text.length(), limit + OVERLAP)).replaceAll("[\\p{Cntrl}\\p{Cs}]", " ");
    }

    private static String cut(String masked, int limit, int whole) {
        return masked.length() <= limit && whole <= limit + OVERLAP
                ? masked
                : masked.substring(0, Math.min(limit, masked.length())) + "…";
    }

    private static String number(MatchResult found) {
        return quote(
                found.group("id") != null
                        ? IdNumber.of(found.group()).masked()
                        : Phone.of(found.group()).masked());
    }

    private static String word(MatchResult found) {
        String text = found.group();
        if (found.group("keep") != null) {
            return quote(text);
        }
        if (found.group("mail") != null) {
            return quote(text.charAt(0) + "***");
        }
        if (found.group("han") != null) {
            return quote(PersonName.of(text).masked());
        }
        long digits = text.chars().filter(Character::isDigit).count();
        return quote(digits < HIDING_DIGITS ? text : IdNumber.of(text).masked());
    }

    private static String quote(String replacement) {
        return java.util.regex.Matcher.quoteReplacement(replacement);
    }
}
