package io.zizhi.recognition.form;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A resident id number (公民身份号码, GB 11643-1999) in text.
 *
 * @param isValid whether check character and date of birth are possible
 */
record ResidentNumber(String number, boolean isValid) {

    private static final Pattern NUMBER = Pattern.compile("\\d{17}[\\dX]");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    /** Returns the first valid number in {@code text}, or else the first one. */
    static Optional<ResidentNumber> in(String text) {
        String digits = Letters.toDigits(text).replace('x', 'X');
        Matcher matcher = NUMBER.matcher(digits);
        ResidentNumber first = null;
        for (int start = 0; matcher.find(start); start = matcher.start() + 1) {
            ResidentNumber found = of(matcher.group());
            if (found.isValid()) {
                return Optional.of(found);
            }
            first = first == null ? found : first;
        }
        return Optional.ofNullable(first);
    }

    private static ResidentNumber of(String number) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += Character.digit(number.charAt(i), 10) * WEIGHTS[i];
        }
        boolean isValid = number.charAt(17) == CHECKS.charAt(sum % CHECKS.length())
                && !Dates.in(number.substring(6, 14)).isEmpty();
        return new ResidentNumber(number, isValid);
    }

    /** Returns the date of birth in the number, if it is possible. */
    Optional<LocalDate> birthDate() {
        List<LocalDate> days = Dates.in(number.substring(6, 14));
        return days.stream().findFirst();
    }

    /** Returns 男 or 女, by the 17th digit. */
    String sex() {
        return Character.digit(number.charAt(16), 10) % 2 == 1 ? "男" : "女";
    }
}
