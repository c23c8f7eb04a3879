package io.zizhi.qualification.form.standard;

import com.ibm.icu.text.BreakIterator;
import java.util.Locale;
import java.util.regex.Pattern;

/** The rules for the name of an SMS signature (短信签名), without its brackets. */
public final class SignatureName {

    private static final String TEST_ZH = "测试";

    /** The word on its own, or as one part of a name such as {@code MyTest}; not inside a word such as contest. */
    private static final Pattern TEST_EN =
            Pattern.compile("(?i:(?<![a-z])test(?![a-z]))|(?<![A-Za-z])[Tt]est(?=[A-Z])|(?<=[a-z])Test(?![a-z])");

    private SignatureName() {}

    /** Returns whether a signature may have that name. The words 测试 and test are not allowed. */
    public static boolean isValid(String name) {
        return NameSyntax.isSignature(name) && !hasTestWord(name);
    }

    private static boolean hasTestWord(String name) {
        return TEST_EN.matcher(name).find() || (name.contains(TEST_ZH) && hasChineseTestWord(name));
    }

    /** The two characters also meet between other words, as in 检测试验 (检测, 试验). ICU's dictionary separates words. */
    private static boolean hasChineseTestWord(String name) {
        BreakIterator words = BreakIterator.getWordInstance(Locale.CHINESE);
        words.setText(name);
        for (int at = name.indexOf(TEST_ZH); at >= 0; at = name.indexOf(TEST_ZH, at + 1)) {
            if (words.isBoundary(at)) {
                return true;
            }
        }
        return false;
    }
}
