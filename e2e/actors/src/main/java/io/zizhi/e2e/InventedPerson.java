package io.zizhi.e2e;

import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * An invented person with valid data.
 *
 * @param name Chinese name
 * @param idNumber resident ID with a valid check character (GB 11643-1999), division 330106, born 1990
 * @param phone mainland mobile number
 */
public record InventedPerson(String name, String idNumber, String phone) {

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";
    private static final String FAMILY_NAMES = "李王张刘陈杨赵黄周吴";
    private static final String GIVEN_NAMES = "明华强芳伟敏静磊洋艳";

    public static InventedPerson drawn(RandomGenerator random) {
        String name = "" + FAMILY_NAMES.charAt(random.nextInt(10)) + GIVEN_NAMES.charAt(random.nextInt(10))
                + GIVEN_NAMES.charAt(random.nextInt(10));
        String phone = String.format(Locale.ROOT, "138%08d", random.nextInt(100_000_000));
        return new InventedPerson(name, idNumber(random), phone);
    }

    /** Returns the same person with the other's phone number. */
    public InventedPerson withPhoneOf(InventedPerson other) {
        return new InventedPerson(name, idNumber, other.phone);
    }

    private static String idNumber(RandomGenerator random) {
        String body = String.format(
                Locale.ROOT,
                "3301061990%02d%02d%03d",
                1 + random.nextInt(12),
                1 + random.nextInt(28),
                1 + random.nextInt(998));
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * Character.digit(body.charAt(i), 10);
        }
        return body + CHECKS.charAt(sum % 11);
    }
}
