package io.zizhi.notification.sender.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zizhi.notification.template.SeededTexts;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SmsTemplateTest {

    @Test
    void inserts_the_code_in_both_languages() {
        Map<String, String> parameters = Map.of("code", "012345", "minutes", "5");
        assertThat(SeededTexts.text(SmsTemplate.PHONE_CODE, SmsLanguage.ZH_CN, parameters))
                .contains("012345", "5 分钟");
        assertThat(SeededTexts.text(SmsTemplate.PHONE_CODE, SmsLanguage.EN, parameters))
                .contains("012345", "5 minutes");
    }

    @ParameterizedTest
    @EnumSource
    void variables_of_a_template_have_different_names(SmsTemplate template) {
        assertThat(template.parameters()).hasSameSizeAs(template.variables());
    }

    @ParameterizedTest
    @EnumSource
    void examples_are_not_longer_than_the_longest_value(SmsVariable variable) {
        assertThat(variable.longestValue()).hasSize(variable.longest());
        for (SmsLanguage language : SmsLanguage.values()) {
            assertThat(variable.example(language)).hasSizeLessThanOrEqualTo(variable.longest());
        }
    }

    @Test
    void inserts_parameters_literally() {
        String name = "$1 {code} \\ “资质”";
        String text = SmsTemplate.QUALIFICATION_APPROVED.fill(
                "“{name}”（工单 {workOrder}）", Map.of("name", name, "workOrder", "7"));
        assertThat(text).isEqualTo("“" + name + "”（工单 7）");
    }

    @Test
    void rejects_missing_and_unknown_parameters() {
        assertThatThrownBy(() -> SmsTemplate.PHONE_CODE.fill("{code}", Map.of("code", "1")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () -> SmsTemplate.PHONE_CODE.fill("{code}", Map.of("code", "1", "minutes", "5", "name", "x")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("1=");
    }
}
