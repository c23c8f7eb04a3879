package io.zizhi.notification.verification.model;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.regex.Pattern;

/** The six digits sent to a phone. A class instead of a string, so that no log contains them. */
public final class PhoneCode {

    /** Six ASCII digits. */
    public static final String FORM = "[0-9]{6}";

    private static final Pattern SIX_DIGITS = Pattern.compile(FORM);
    private static final int CODES = 1_000_000;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String digits;

    private PhoneCode(String digits) {
        this.digits = digits;
    }

    /** Returns a random code; all million codes are equally likely. */
    public static PhoneCode random() {
        return new PhoneCode(String.format(Locale.ROOT, "%06d", RANDOM.nextInt(CODES)));
    }

    public static PhoneCode of(String digits) {
        if (!SIX_DIGITS.matcher(digits).matches()) {
            throw new IllegalArgumentException("A phone code has six digits");
        }
        return new PhoneCode(digits);
    }

    public String reveal() {
        return digits;
    }

    @Override
    public String toString() {
        return "******";
    }
}
