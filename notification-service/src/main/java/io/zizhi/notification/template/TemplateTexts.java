package io.zizhi.notification.template;

import io.zizhi.notification.sender.message.SmsLanguage;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * The texts of a template, with variables in braces such as {@code {name}}. Each text contains every variable of its
 * template. Braces have no other use.
 *
 * @param zh the Chinese text, up to 500 characters
 * @param en the English text, up to 500 characters
 */
public record TemplateTexts(
        @NotBlank(message = "FIELD_REQUIRED") @Size(max = TemplateTexts.MAX, message = "FIELD_TOO_LONG")
        String zh,

        @NotBlank(message = "FIELD_REQUIRED") @Size(max = TemplateTexts.MAX, message = "FIELD_TOO_LONG")
        String en) {

    static final int MAX = 500;

    String in(SmsLanguage language) {
        return switch (language) {
            case ZH_CN -> zh;
            case EN -> en;
        };
    }
}
