package io.zizhi.notification.sender;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.privacy.personal.Phone;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What counts as a mobile number of mainland China. Applicants type it with and without the country code; everything
 * behind works on the eleven digits, so that limits and look-ups see one number as one.
 */
public final class MainlandMobile {

    private static final String REGION = "CN";
    private static final Pattern TYPED = Pattern.compile("(?:\\+86|0086|86|\\+)?(1[0-9]{10})");
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    private MainlandMobile() {}

    /** The eleven digits of what was typed, or nothing where it is no mobile number of mainland China. */
    public static Optional<String> elevenDigits(String typed) {
        Matcher matcher = TYPED.matcher(typed.strip());
        return matcher.matches() && isMobile(matcher.group(1)) ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** The number that was typed, or 400 at {@code pointer}. */
    public static Phone require(@Nullable String typed, String pointer) {
        if (typed == null || typed.isBlank()) {
            throw Problems.badRequest("FIELD_REQUIRED", pointer, "A mobile number is needed.");
        }
        return elevenDigits(typed)
                .map(Phone::of)
                .orElseThrow(() -> Problems.badRequest(
                        "PHONE_INVALID", pointer, "This is not a mobile number of mainland China."));
    }

    private static boolean isMobile(String digits) {
        try {
            var number = NUMBERS.parse(digits, REGION);
            return NUMBERS.isValidNumberForRegion(number, REGION)
                    && NUMBERS.getNumberType(number) == PhoneNumberType.MOBILE;
        } catch (NumberParseException notANumber) {
            return false;
        }
    }
}
