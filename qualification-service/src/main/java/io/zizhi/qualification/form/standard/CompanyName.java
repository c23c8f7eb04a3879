package io.zizhi.qualification.form.standard;

import java.util.regex.Pattern;

/**
 * The name of a company or institution, and its comparison with other names. Names are equal if only width, spaces or
 * the style of brackets differ: certificates print {@code 海天（中国）}, people type {@code 海天 (中国)}. The name is always
 * shown as typed.
 *
 * @param text the name as typed
 */
public record CompanyName(String text) {

    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern OPENING = Pattern.compile("[\\[【〔﹝〖]");
    private static final Pattern CLOSING = Pattern.compile("[\\]】〕﹞〗]");

    /** Returns whether two spellings are the same name. */
    public static boolean same(String one, String other) {
        return new CompanyName(one).normalised().equals(new CompanyName(other).normalised());
    }

    /** Returns the name in half width, without spaces and with round brackets. Use it only for comparison. */
    public String normalised() {
        String narrow = SPACES.matcher(new WrittenName(text).normalised()).replaceAll("");
        return CLOSING.matcher(OPENING.matcher(narrow).replaceAll("(")).replaceAll(")");
    }

    /** Returns whether this name looks like {@code other} but is different. */
    public boolean imitates(String other) {
        return new WrittenName(normalised()).imitates(new CompanyName(other).normalised());
    }
}
