package io.zizhi.qualification.form.standard;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The resident identity number (居民身份证号码) of GB 11643-1999: division, birth date, sequence number and check character.
 * The residence permit for people of Hong Kong, Macau and Taiwan has the same format with its own divisions.
 */
public final class ResidentId {

    private static final Pattern FORM = Pattern.compile("\\d{17}[\\dX]");

    /**
     * First two digits: the provinces of GB/T 2260, then 71 Taiwan, 81 Hong Kong, 82 Macau, 83 permit holders, 91
     * abroad.
     */
    private static final Set<String> PROVINCES = Set.of(
            "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43",
            "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82", "83", "91");

    private static final Set<String> PERMIT_DIVISIONS = Set.of("810000", "820000", "830000");

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    /** Check characters, indexed by the weighted sum modulo 11. */
    private static final String CHECK_CHARACTERS = "10X98765432";

    private ResidentId() {}

    /** Returns whether format, province, birth date (not after {@code today}) and check character are correct. */
    public static boolean isValid(String number, LocalDate today) {
        return FORM.matcher(number).matches()
                && PROVINCES.contains(number.substring(0, 2))
                && isBirthDate(number.substring(6, 14), today)
                && number.charAt(17) == checkCharacter(number);
    }

    /** Returns whether {@code number} is a valid number of a residence permit (港澳台居民居住证). */
    public static boolean isValidResidencePermit(String number, LocalDate today) {
        return isValid(number, today) && PERMIT_DIVISIONS.contains(number.substring(0, 6));
    }

    private static boolean isBirthDate(String digits, LocalDate today) {
        try {
            LocalDate born = LocalDate.of(
                    Integer.parseInt(digits.substring(0, 4)),
                    Integer.parseInt(digits.substring(4, 6)),
                    Integer.parseInt(digits.substring(6, 8)));
            return born.getYear() >= 1800 && !born.isAfter(today);
        } catch (DateTimeException noSuchDay) {
            return false;
        }
    }

    private static char checkCharacter(String number) {
        int sum = 0;
        for (int position = 0; position < WEIGHTS.length; position++) {
            sum += (number.charAt(position) - '0') * WEIGHTS[position];
        }
        return CHECK_CHARACTERS.charAt(sum % CHECK_CHARACTERS.length());
    }
}
