package io.zizhi.notification.notice;

import io.zizhi.contracts.RestrictionReason;
import io.zizhi.notification.sender.message.SmsLanguage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/**
 * Describes reasons in a few words each. An SMS is short, so it names the first three reasons; the console shows the
 * rest. A code without a text is shown unchanged.
 */
final class ReasonTexts {

    private static final int NAMED = 3;

    private ReasonTexts() {}

    /**
     * Joins the texts of the first distinct codes.
     *
     * @param codes reasons or items in order; duplicates are allowed
     */
    static String list(List<String> codes, SmsLanguage language) {
        List<String> distinct = codes.stream().distinct().toList();
        List<String> words = new ArrayList<>(
                distinct.stream().limit(NAMED).map(code -> text(code, language)).toList());
        String named = words.stream().collect(Collectors.joining(separator(language)));
        return distinct.size() > NAMED ? named + more(language) : named;
    }

    private static String text(String code, SmsLanguage language) {
        return RestrictionReason.named(code)
                .map(reason -> language == SmsLanguage.ZH_CN ? reason.zh() : reason.en())
                .orElseGet(() -> decisionReason(code, language));
    }

    private static String decisionReason(String code, SmsLanguage language) {
        try {
            return bundle(language).getString(code);
        } catch (MissingResourceException unknownCode) {
            return code;
        }
    }

    private static ResourceBundle bundle(SmsLanguage language) {
        Locale locale = switch (language) {
            case ZH_CN -> Locale.SIMPLIFIED_CHINESE;
            case EN -> Locale.ENGLISH;
        };
        return ResourceBundle.getBundle(
                "reasons",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    private static String separator(SmsLanguage language) {
        return language == SmsLanguage.ZH_CN ? "、" : ", ";
    }

    private static String more(SmsLanguage language) {
        return language == SmsLanguage.ZH_CN ? "等" : ", …";
    }
}
