package io.zizhi.notification.sender.message;

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
 * Recognises mobile numbers of mainland China. Applicants enter them with or without the country code, and may separate
 * digits by spaces and hyphens, as in a form. All other code uses the eleven digits, so that limits and searches treat
 * every spelling as the same number.
 */
public final class MainlandMobile {

    private static final String REGION = "CN";
    private static final Pattern TYPED = Pattern.compile("(?:\\+86|0086|86|\\+)?(1[0-9]{10})");
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    private MainlandMobile() {}

    /** Returns the eleven digits of the entered number; empty if it is not a mobile number of mainland China. */
    public static Optional<String> elevenDigits(String typed) {
        Matcher matcher = TYPED.matcher(typed.strip().replaceAll("[\\s-]", ""));
        return matcher.matches() && isMobile(matcher.group(1)) ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** Returns the entered number, or fails with 400 at {@code pointer}. */
    public static Phone require(@Nullable String typed, String pointer) {
        if (typed == null || typed.isBlank()) {
            throw Problems.badRequest("FIELD_REQUIRED", pointer, "A mobile number is required.");
        }
        return elevenDigits(typed)
                .map(Phone::of)
                .orElseThrow(() ->
                        Problems.badRequest("PHONE_INVALID", pointer, "Expected a mobile number of mainland China."));
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
