package io.zizhi.notification.sender.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SmsTemplateTest {

    @Test
    void inserts_the_code_in_both_languages() {
        Map<String, String> parameters = Map.of("code", "012345", "minutes", "5");
        assertThat(SmsTemplate.PHONE_CODE.text(SmsLanguage.ZH_CN, parameters)).contains("012345", "5 分钟");
        assertThat(SmsTemplate.PHONE_CODE.text(SmsLanguage.EN, parameters)).contains("012345", "5 minutes");
    }

    @ParameterizedTest
    @EnumSource
    void both_languages_use_the_same_parameters(SmsTemplate template) {
        var used = Pattern.compile("\\{([a-zA-Z]+)}")
                .matcher(template.pattern(SmsLanguage.EN))
                .results()
                .map(place -> place.group(1))
                .collect(Collectors.toSet());
        assertThat(used).isEqualTo(template.parameters());
    }

    @Test
    void inserts_parameters_literally() {
        String name = "$1 {code} \\ “资质”";
        String text =
                SmsTemplate.QUALIFICATION_APPROVED.text(SmsLanguage.ZH_CN, Map.of("name", name, "workOrder", "7"));
        assertThat(text).isEqualTo("您的短信资质“" + name + "”（工单 7）已通过审核。");
    }

    @Test
    void rejects_missing_and_unknown_parameters() {
        assertThatThrownBy(() -> SmsTemplate.PHONE_CODE.text(SmsLanguage.EN, Map.of("code", "1")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        SmsTemplate.PHONE_CODE.text(SmsLanguage.EN, Map.of("code", "1", "minutes", "5", "name", "x")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("1=");
    }
}
