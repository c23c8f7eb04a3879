package io.zizhi.qualification.form.standard;

import java.util.regex.Pattern;

/**
 * The characters and lengths that names may have. Unicode counts the numeral 〇 (U+3007) as a number and not as a
 * letter, but it is a Han character of Chinese names, such as 二〇八 and 孙〇.
 */
public final class NameSyntax {

    private static final String HAN_LETTERS_DIGITS = "[\\p{IsHan}A-Za-z0-9]";
    private static final String NOT_DIGITS_ONLY = "(?!\\d+$)";
    private static final String LETTERS = "\\p{L}\\p{M}〇";

    private static final Pattern LABEL = Pattern.compile(NOT_DIGITS_ONLY + HAN_LETTERS_DIGITS + "{1,100}");
    private static final Pattern SIGNATURE = Pattern.compile(NOT_DIGITS_ONLY + HAN_LETTERS_DIGITS + "{2,12}");
    private static final Pattern ORGANISATION =
            Pattern.compile(NOT_DIGITS_ONLY + "[" + LETTERS + "\\p{Nd}·【】（）() ]{1,150}");
    private static final Pattern PERSON =
            Pattern.compile("(?=.{1,50}$)[" + LETTERS + "]+([ ·•.'’\\-][" + LETTERS + "]*)*");

    private NameSyntax() {}

    /** Returns whether a qualification or letter may have this name: 1–100 Han characters, letters and digits. */
    public static boolean isLabel(String name) {
        return LABEL.matcher(name).matches();
    }

    /** Returns whether the name has the form of a signature: 2–12 Han characters, English letters and digits. */
    static boolean isSignature(String name) {
        return SIGNATURE.matcher(name).matches();
    }

    /** Returns whether a company or a party of a letter may have this name: 1–150 letters, digits and a few symbols. */
    public static boolean isOrganisation(String name) {
        return ORGANISATION.matcher(name).matches();
    }

    /** Returns whether a person may have this name: 1–50 letters of any script, with dots, spaces or hyphens. */
    public static boolean isPerson(String name) {
        return PERSON.matcher(name).matches();
    }
}
