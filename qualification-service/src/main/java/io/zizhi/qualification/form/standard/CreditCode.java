package io.zizhi.qualification.form.standard;

import java.util.Set;

/**
 * The unified social credit code (统一社会信用代码) of GB 32100-2015: 18 characters, of which the last is a check character.
 * The inner check digit of the organization code (characters 9–17) is not verified, because some codes in use violate
 * it.
 */
public final class CreditCode {

    /** Characters in the order of their values. The standard excludes I, O, S, V and Z. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static final int LENGTH = 18;
    private static final int MODULUS = 31;

    /** The weight of character i is 3^i mod 31, three times the previous one. */
    private static final int WEIGHT_BASE = 3;

    private static final Set<String> OUTSIDE_MAINLAND = Set.of("71", "81", "82");

    private CreditCode() {}

    /** Returns whether length, alphabet and check character are correct. Lower case is rejected. */
    public static boolean isValid(String code) {
        return code.length() == LENGTH
                && code.chars().allMatch(character -> ALPHABET.indexOf(character) >= 0)
                && code.charAt(LENGTH - 1) == checkCharacter(code);
    }

    /**
     * Returns whether the code was issued to a public body (机构编制), such as a government organ (11) or a public
     * institution (12).
     */
    public static boolean isOfPublicBody(String code) {
        return code.startsWith("1");
    }

    /** Returns whether the market regulator (市场监管) issued the code, that is, to a business. */
    public static boolean isOfBusiness(String code) {
        return code.startsWith("9");
    }

    /** Returns whether the code belongs to a self-employed person (个体工商户). */
    public static boolean isOfSelfEmployed(String code) {
        return code.startsWith("92");
    }

    /** Returns whether the registering division (GB/T 2260) is Taiwan (71), Hong Kong (81) or Macau (82). */
    public static boolean isFromOutsideMainland(String code) {
        return OUTSIDE_MAINLAND.contains(code.substring(2, 4));
    }

    private static char checkCharacter(String code) {
        int sum = 0;
        int weight = 1;
        for (int position = 0; position < LENGTH - 1; position++) {
            sum += ALPHABET.indexOf(code.charAt(position)) * weight;
            weight = weight * WEIGHT_BASE % MODULUS;
        }
        return ALPHABET.charAt((MODULUS - sum % MODULUS) % MODULUS);
    }
}
