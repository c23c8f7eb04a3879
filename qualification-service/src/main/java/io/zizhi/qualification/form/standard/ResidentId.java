package io.zizhi.qualification.form.standard;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The resident identity number (居民身份证号码) of GB 11643-1999: division, birth date, sequence number and check character.
 * The residence permit for people of Hong Kong, Macau and Taiwan has the same format with its own divisions.
 */
public final class ResidentId {

    private static final Pattern FORM = Pattern.compile("\\d{17}[\\dX]");

    /**
     * First two digits: the provinces of GB/T 2260 that issue identity cards. Divisions 81 to 83 are those of residence
     * permits, and numbers that begin with 9 are those of foreign permanent residents.
     */
    private static final Set<String> PROVINCES = Set.of(
            "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43",
            "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65");

    private static final Set<String> PERMIT_DIVISIONS = Set.of("810000", "820000", "830000");

    private static final int FIRST_BIRTH_YEAR = 1900;

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    /** Check characters, indexed by the weighted sum modulo 11. */
    private static final String CHECK_CHARACTERS = "10X98765432";

    private ResidentId() {}

    /** Returns whether format, province, birth date (not after {@code today}) and check character are correct. */
    public static boolean isValid(String number, LocalDate today) {
        return isWellFormed(number, today) && PROVINCES.contains(number.substring(0, 2));
    }

    /** Returns whether {@code number} is a valid number of a residence permit (港澳台居民居住证). */
    public static boolean isValidResidencePermit(String number, LocalDate today) {
        return isWellFormed(number, today) && PERMIT_DIVISIONS.contains(number.substring(0, 6));
    }

    /** Returns the birth date in a number of this format; empty if the number has another format or no such day. */
    public static Optional<LocalDate> birthDate(String number) {
        if (!FORM.matcher(number).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(number.substring(6, 10)),
                    Integer.parseInt(number.substring(10, 12)),
                    Integer.parseInt(number.substring(12, 14))));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static boolean isWellFormed(String number, LocalDate today) {
        return birthDate(number)
                        .filter(born -> born.getYear() >= FIRST_BIRTH_YEAR && !born.isAfter(today))
                        .isPresent()
                && number.charAt(17) == checkCharacter(number);
    }

    private static char checkCharacter(String number) {
        int sum = 0;
        for (int position = 0; position < WEIGHTS.length; position++) {
            sum += (number.charAt(position) - '0') * WEIGHTS[position];
        }
        return CHECK_CHARACTERS.charAt(sum % CHECK_CHARACTERS.length());
    }
}
