package io.zizhi.qualification.form.standard;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A mobile number of mainland China. Verification codes are sent to no other numbers. */
public final class MobileNumber {

    private static final String REGION = "CN";

    /** The prefixes in common use: +86, 0086, 86, a bare +, or none. */
    private static final Pattern WRITTEN = Pattern.compile("(?:\\+86|0086|86|\\+)?(1\\d{10})");

    private MobileNumber() {}

    /** Returns the 11 digits, or empty if the text is not a mobile number in an assigned range. */
    public static Optional<String> normalised(String written) {
        Matcher digits = WRITTEN.matcher(written.strip().replaceAll("[\\s-]", ""));
        return digits.matches() && isMobile(digits.group(1)) ? Optional.of(digits.group(1)) : Optional.empty();
    }

    private static boolean isMobile(String national) {
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        try {
            return numbers.getNumberType(numbers.parse(national, REGION)) == PhoneNumberType.MOBILE;
        } catch (NumberParseException noNumber) {
            return false;
        }
    }
}
