package io.zizhi.notification.template;

import io.zizhi.notification.sender.message.SmsLanguage;
import io.zizhi.notification.sender.message.SmsTemplate;

/**
 * How the messages of a template look.
 *
 * @param zh in Chinese
 * @param en in English
 */
public record SmsPreviewView(TextPreview zh, TextPreview en) {

    /**
     * A message in one language.
     *
     * @param text complete text with example values and signature
     * @param example its size
     * @param longest size with the longest values
     */
    public record TextPreview(String text, SmsSize example, SmsSize longest) {}

    static SmsPreviewView of(SmsTemplate template, TemplateTexts texts, TemplateRules rules) {
        return new SmsPreviewView(
                language(template, texts, SmsLanguage.ZH_CN, rules), language(template, texts, SmsLanguage.EN, rules));
    }

    private static TextPreview language(
            SmsTemplate template, TemplateTexts texts, SmsLanguage language, TemplateRules rules) {
        String text = texts.in(language);
        String example = rules.example(template, text, language);
        return new TextPreview(example, SmsSize.of(example), rules.longest(template, text));
    }
}
