package io.zizhi.qualification.form.standard;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A mobile number of mainland China, which is the only kind that a verification code is sent to. */
public final class MobileNumber {

    private static final String REGION = "CN";

    /** The prefixes that the trade writes: +86, 0086, 86, a bare +, or none. */
    private static final Pattern WRITTEN = Pattern.compile("(?:\\+86|0086|86|\\+)?(1\\d{10})");

    private MobileNumber() {}

    /** Its 11 digits, or nothing where it is no mobile number of a range in use. */
    public static Optional<String> normalised(String written) {
        Matcher digits = WRITTEN.matcher(written.replaceAll("[\\s-]", ""));
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
