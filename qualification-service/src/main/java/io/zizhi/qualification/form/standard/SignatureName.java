package io.zizhi.qualification.form.standard;

import java.util.Locale;
import java.util.regex.Pattern;

/** The rules for the name of an SMS signature (短信签名), without its brackets. */
public final class SignatureName {

    /** 2 to 12 Han characters, English letters and digits, but not digits only. */
    private static final Pattern FORM = Pattern.compile("(?!\\d+$)[\\p{IsHan}A-Za-z0-9]{2,12}");

    private SignatureName() {}

    /** Returns whether a signature may have that name. Test signatures (测试, test) are not allowed. */
    public static boolean isValid(String name) {
        return FORM.matcher(name).matches()
                && !name.contains("测试")
                && !name.toLowerCase(Locale.ROOT).contains("test");
    }
}
