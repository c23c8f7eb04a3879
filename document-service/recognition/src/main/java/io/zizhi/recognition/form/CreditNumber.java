package io.zizhi.recognition.form;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A unified social credit code (统一社会信用代码, GB 32100-2015) in text.
 *
 * @param isValid whether the check character is right
 */
record CreditNumber(String code, boolean isValid) {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final Pattern CODE = Pattern.compile("[1-9ANY][" + ALPHABET + "]\\d{6}[" + ALPHABET + "]{10}");

    /** Returns the first valid code in {@code text}, or else the first one. */
    static Optional<CreditNumber> in(String text) {
        Matcher matcher = CODE.matcher(Letters.toCreditCode(text));
        CreditNumber first = null;
        for (int start = 0; matcher.find(start); start = matcher.start() + 1) {
            CreditNumber found = new CreditNumber(matcher.group(), isValid(matcher.group()));
            if (found.isValid()) {
                return Optional.of(found);
            }
            first = first == null ? found : first;
        }
        return Optional.ofNullable(first);
    }

    private static boolean isValid(String code) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < code.length() - 1; i++) {
            sum += ALPHABET.indexOf(code.charAt(i)) * weight;
            weight = weight * 3 % ALPHABET.length();
        }
        return code.charAt(code.length() - 1)
                == ALPHABET.charAt((ALPHABET.length() - sum % ALPHABET.length()) % ALPHABET.length());
    }
}
