package io.zizhi.notification.template;

import io.zizhi.notification.sender.message.SmsKind;
import io.zizhi.notification.sender.message.SmsLanguage;
import io.zizhi.notification.sender.message.SmsTemplate;
import io.zizhi.notification.sender.message.SmsVariable;
import java.util.List;

/**
 * A template with its published texts.
 *
 * @param name of the template
 * @param version for {@code If-Match} of the next change
 * @param kind what its messages are for
 * @param variables each text contains all of them
 * @param published number of the published version
 * @param newest number of the newest version
 * @param zh the published Chinese text
 * @param en the published English text
 */
public record SmsTemplateView(
        SmsTemplate name,
        long version,
        SmsKind kind,
        List<TemplateVariable> variables,
        int published,
        int newest,
        String zh,
        String en) {

    /**
     * A variable.
     *
     * @param name in the text, in braces
     * @param longest length of the longest value, in characters
     * @param exampleZh example in a Chinese text
     * @param exampleEn example in an English text
     */
    public record TemplateVariable(String name, int longest, String exampleZh, String exampleEn) {

        static TemplateVariable from(SmsVariable variable) {
            return new TemplateVariable(
                    variable.placeholder(),
                    variable.longest(),
                    variable.example(SmsLanguage.ZH_CN),
                    variable.example(SmsLanguage.EN));
        }
    }

    static SmsTemplateView from(MessageTemplate template, TemplateVersion published) {
        SmsTemplate name = template.template();
        return new SmsTemplateView(
                name,
                template.version(),
                name.kind(),
                name.variables().stream().map(TemplateVariable::from).toList(),
                template.published(),
                template.newest(),
                published.texts().zh(),
                published.texts().en());
    }
}
