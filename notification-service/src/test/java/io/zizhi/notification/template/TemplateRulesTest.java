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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateRulesTest {

    private static final String EN = "Your code is {code}, valid for {minutes} minutes.";
    private static final String ZH = "验证码 {code}，{minutes} 分钟内有效。";

    private static final LinkHosts LINKS = new LinkHosts(List.of("allowed.test"));

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
        assertThat(rules.violations(SmsTemplate.PHONE_CODE, new TemplateTexts(ZH, EN + " " + brace)))
                .extracting(Violation::code)
                .containsExactly("BRACE_INVALID");
    }

    @Test
    void refuses_control_characters_and_an_own_signature() {
        assertThat(rules.violations(SmsTemplate.PHONE_CODE, new TemplateTexts("【示例】" + ZH, EN + "\n")))
                .extracting(Violation::code)
                .containsExactly("SIGNATURE_IN_TEXT", "TEXT_INVALID");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://evil.test/",
                "HTTPS://EVIL.TEST",
                "www.evil.test",
                "evil.test/x",
                "详见evil.cn",
                "ｅｖｉｌ．ｃｎ",
                "例子.中国",
                "xn--fsqu00a.xn--fiqs8s",
                "10.0.0.1",
                "http://2130706433/",
                "http://[::1]/",
                "http://evil",
                "https://{code}",
                "{code}.evil.test",
                "{code}.cn",
                "a@evil.test",
                "https://allowed.test@evil",
                "https://allowed.test:80@evil",
                "https://allowed.test.evil.test",
                "https://evil.test/allowed.test",
                "allowed.test evil.test",
                "详见allowed.test"
            })
    void refuses_links_to_hosts_that_are_not_allowed(String link) {
        assertThat(codes(ZH + " " + link)).containsExactly(tuple("/zh", "LINK_NOT_ALLOWED"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "详见 https://allowed.test/a?b=c ，谢谢。",
                "ALLOWED.TEST",
                "有效期至 2026.12.03。共 1.5 小时。",
                "See e.g. the notice {code}. Version 2.0 (v3.1)."
            })
    void accepts_allowed_hosts_and_other_dots(String text) {
        assertThat(codes(ZH + text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u202E",
                "\u2066",
                "\u200B",
                "\u200D",
                "\u00AD",
                "\uFEFF",
                "\u0085",
                "\u2028",
                "\u034F",
                "\u3164",
                "\uFE0F",
                "\uE000",
                "\uDB40\uDC41"
            })
    void refuses_signs_that_nobody_sees(String sign) {
        assertThat(codes(ZH + sign)).containsExactly(tuple("/zh", "TEXT_INVALID"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"13800138000", "138-0013-8000", "１３８００１３８０００", "11010519491231002X"})
    void refuses_personal_numbers(String number) {
        assertThat(codes("请致电 " + number + "。" + ZH)).containsExactly(tuple("/zh", "PERSONAL_NUMBER"));
    }

    private List<Tuple> codes(String zh) {
        return rules.violations(SmsTemplate.PHONE_CODE, new TemplateTexts(zh, EN)).stream()
                .map(found -> tuple(found.pointer(), found.code()))
                .toList();
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
        var plain = new TemplateRules(new SmsSignature(Optional.of("示例科技")), LINKS, GivenLimits.of(Map.of()));
        assertThat(plain.example(SmsTemplate.PHONE_CODE, ZH, SmsLanguage.ZH_CN)).isEqualTo("【示例科技】验证码 012345，5 分钟内有效。");
        var unsigned = new TemplateRules(new SmsSignature(Optional.empty()), LINKS, GivenLimits.of(Map.of()));
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
                new SmsSignature(Optional.of("一二三四五六七八九十一二三四五六七八")),
                LINKS,
                GivenLimits.of(Map.of("sms.segments", segments)));
    }
}
