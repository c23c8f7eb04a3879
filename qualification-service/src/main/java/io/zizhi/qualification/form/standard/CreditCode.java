package io.zizhi.qualification.form.standard;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * The unified social credit code (统一社会信用代码) of GB 32100-2015: registering department, kind of body, six digits of
 * the administrative division, organisation code of nine characters (GB 11714) and check character.
 */
public final class CreditCode {

    /** Characters in the order of their values. The standard excludes I, O, S, V and Z. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static final int LENGTH = 18;
    private static final int MODULUS = 31;

    /** The weight of character i is 3^i mod 31, three times the previous one. */
    private static final int WEIGHT_BASE = 3;

    /** The first characters in use: 9 market regulation, 1 public bodies, 5 civil affairs and others. */
    private static final Pattern BEGINNING = Pattern.compile("[1-9ANY].[1-9]\\d{5}.*");

    private static final int ORGANISATION_CODE = 8;

    /** Weights of GB 11714 for the first eight characters of the organisation code. */
    private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

    /** Check characters of GB 11714, indexed by 11 minus the weighted sum modulo 11, less one. */
    private static final String ORGANISATION_CHECKS = "123456789X0";

    private static final Set<String> OUTSIDE_MAINLAND = Set.of("71", "81", "82");

    private CreditCode() {}

    /**
     * Returns whether length, alphabet, registering department, division and check character are correct. Lower case is
     * rejected.
     */
    public static boolean isValid(String code) {
        return code.length() == LENGTH
                && code.chars().allMatch(character -> ALPHABET.indexOf(character) >= 0)
                && BEGINNING.matcher(code).matches()
                && code.charAt(LENGTH - 1) == checkCharacter(code);
    }

    /**
     * Returns whether the check character of the organisation code in a valid code is correct. Some codes in use
     * violate GB 11714, so a wrong one only makes a typing error likely.
     */
    public static boolean hasUsualOrganisationCode(String code) {
        int sum = 0;
        for (int index = 0; index < ORGANISATION_WEIGHTS.length; index++) {
            sum += Character.digit(code.charAt(ORGANISATION_CODE + index), Character.MAX_RADIX)
                    * ORGANISATION_WEIGHTS[index];
        }
        int check = ORGANISATION_CHECKS.length() - sum % ORGANISATION_CHECKS.length();
        return code.charAt(ORGANISATION_CODE + ORGANISATION_WEIGHTS.length) == ORGANISATION_CHECKS.charAt(check - 1);
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
