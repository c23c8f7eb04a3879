package io.zizhi.local.demo;

/**
 * Computes unified social credit codes (GB 32100-2015) for organisations that do not exist. Only demo data and tests
 * create codes; services only check them.
 */
public final class CreditCode {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

    private CreditCode() {}

    /**
     * Returns the 18 characters of the code.
     *
     * @param kind department and kind of body, 2 characters: 91 enterprise, 12 public institution
     * @param division administrative division (GB/T 2260), 6 digits
     * @param organisation organisation code (GB 11714) without its check character, 8 characters
     */
    public static String of(String kind, String division, String organisation) {
        String body = kind + division + organisation + organisationCheck(organisation);
        if (body.length() != 17) {
            throw new IllegalArgumentException("A credit code needs 2 + 6 + 8 characters: " + body);
        }
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < body.length(); i++) {
            sum += value(body.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return body + ALPHABET.charAt((31 - sum % 31) % 31);
    }

    private static char organisationCheck(String organisation) {
        int sum = 0;
        for (int i = 0; i < ORGANISATION_WEIGHTS.length; i++) {
            sum += Character.digit(organisation.charAt(i), 36) * ORGANISATION_WEIGHTS[i];
        }
        int check = 11 - sum % 11;
        return switch (check) {
            case 10 -> 'X';
            case 11 -> '0';
            default -> Character.forDigit(check, 10);
        };
    }

    private static int value(char c) {
        int value = ALPHABET.indexOf(c);
        if (value < 0) {
            throw new IllegalArgumentException("Invalid character in a credit code: " + c);
        }
        return value;
    }
}
