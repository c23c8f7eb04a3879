package io.zizhi.notification.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.zizhi.notification.limits.GivenLimits;
import io.zizhi.notification.sender.message.SmsEncoding;
import io.zizhi.notification.sender.message.SmsLanguage;
import io.zizhi.notification.sender.message.SmsTemplate;
import io.zizhi.platform.http.problem.Violation;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateRulesTest {

    private static final String EN = "Your code is {code}, valid for {minutes} minutes.";
    private static final String ZH = "验证码 {code}，{minutes} 分钟内有效。";

    private final TemplateRules rules = rules("8");

    @ParameterizedTest
    @EnumSource
    void bundled_texts_are_valid_with_the_longest_signature(SmsTemplate template) {
        assertThat(rules.violations(template, SeededTexts.of(template))).isEmpty();
    }

    @Test
    void names_missing_and_unknown_variables_of_each_text() {
        assertThat(rules.violations(
                        SmsTemplate.PHONE_CODE, new TemplateTexts("验证码 {code}，{minute} 分钟", EN + " {name}")))
                .extracting(Violation::pointer, Violation::code)
                .containsExactly(
                        tuple("/zh", "VARIABLE_MISSING"),
                        tuple("/zh", "VARIABLE_UNKNOWN"),
                        tuple("/en", "VARIABLE_UNKNOWN"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "}", "{}", "{ code }", "{code2}", "{{code}}"})
    void refuses_other_braces(String brace) {
        assertThat(rules.violations(SmsTemplate.PHONE_CODE, new TemplateTexts(ZH, EN + brace)))
                .extracting(Violation::code)
                .containsExactly("BRACE_INVALID");
    }

    @Test
    void refuses_control_characters_and_an_own_signature() {
        assertThat(rules.violations(SmsTemplate.PHONE_CODE, new TemplateTexts("【示例】" + ZH, EN + "\n")))
                .extracting(Violation::code)
                .containsExactly("SIGNATURE_IN_TEXT", "TEXT_INVALID");
    }

    @Test
    void counts_the_longest_values_and_the_signature() {
        TemplateTexts texts = new TemplateTexts("{name}，{workOrder}", "{name}, {workOrder}");
        SmsSize longest = rules.longest(SmsTemplate.QUALIFICATION_APPROVED, texts.en());
        assertThat(longest).isEqualTo(new SmsSize(SmsEncoding.UCS_2, 20 + 100 + 2 + 16, 3));
        assertThat(rules("3").violations(SmsTemplate.QUALIFICATION_APPROVED, texts))
                .isEmpty();
        assertThat(rules("2").violations(SmsTemplate.QUALIFICATION_APPROVED, texts))
                .extracting(Violation::pointer, Violation::code)
                .containsExactly(tuple("/zh", "SMS_TOO_LONG"), tuple("/en", "SMS_TOO_LONG"));
    }

    @Test
    void previews_example_values_with_the_signature() {
        var plain = new TemplateRules(new SmsSignature(Optional.of("示例科技")), GivenLimits.of(Map.of()));
        assertThat(plain.example(SmsTemplate.PHONE_CODE, ZH, SmsLanguage.ZH_CN)).isEqualTo("【示例科技】验证码 012345，5 分钟内有效。");
        var unsigned = new TemplateRules(new SmsSignature(Optional.empty()), GivenLimits.of(Map.of()));
        assertThat(unsigned.example(SmsTemplate.PHONE_CODE, EN, SmsLanguage.EN))
                .isEqualTo("Your code is 012345, valid for 5 minutes.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "【示例】", "一二三四五六七八九十一二三四五六七八九", "a{name}", "a\nb"})
    void refuses_an_invalid_signature(String signature) {
        assertThatThrownBy(() -> new SmsSignature(Optional.of(signature)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("zizhi.sms.text.signature");
        assertThatCode(() -> new SmsSignature(Optional.of(" Zi-Zhi 1.0 "))).doesNotThrowAnyException();
    }

    private static TemplateRules rules(String segments) {
        return new TemplateRules(
                new SmsSignature(Optional.of("一二三四五六七八九十一二三四五六七八")), GivenLimits.of(Map.of("sms.segments", segments)));
    }
}
