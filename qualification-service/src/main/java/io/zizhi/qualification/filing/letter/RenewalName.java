package io.zizhi.qualification.filing.letter;

import io.zizhi.qualification.form.LetterForm;
import java.util.Set;
import java.util.regex.Pattern;

/** Names of renewed letters: {@code 某某有限公司V1} is followed by {@code 某某有限公司V2}. */
final class RenewalName {

    private static final Pattern COUNTED = Pattern.compile("V\\d{1,6}$");

    /** Characters reserved for {@code V} and the number. */
    private static final int ROOM = 7;

    private RenewalName() {}

    /** Returns the name without its number. */
    static String base(String name) {
        String base = COUNTED.matcher(name).replaceFirst("");
        int longest = LetterForm.MAX_NAME - ROOM;
        return base.codePointCount(0, base.length()) <= longest
                ? base
                : base.substring(0, base.offsetByCodePoints(0, longest));
    }

    /** Returns the first free name, starting with V2. */
    static String after(String base, Set<String> taken) {
        int number = 2;
        while (taken.contains(base + "V" + number)) {
            number++;
        }
        return base + "V" + number;
    }
}
