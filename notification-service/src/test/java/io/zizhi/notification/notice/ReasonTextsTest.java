package io.zizhi.notification.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.notification.sender.message.SmsLanguage;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class ReasonTextsTest {

    @Test
    void joins_short_texts_of_reasons() {
        var codes = List.of("CERT_EXPIRED", "IMAGE_BLURRED");
        assertThat(ReasonTexts.list(codes, SmsLanguage.ZH_CN)).isEqualTo("营业证件已过期、图片模糊");
        assertThat(ReasonTexts.list(codes, SmsLanguage.EN)).isEqualTo("certificate expired, image blurred");
    }

    @Test
    void names_each_reason_once_and_at_most_three() {
        var codes = List.of("CERT_EXPIRED", "CERT_EXPIRED", "IMAGE_BLURRED", "SEAL_MISSING", "USE_MISMATCH");
        assertThat(ReasonTexts.list(codes, SmsLanguage.ZH_CN)).isEqualTo("营业证件已过期、图片模糊、缺少公章等");
        assertThat(ReasonTexts.list(codes, SmsLanguage.EN))
                .isEqualTo("certificate expired, image blurred, seal missing, …");
    }

    @Test
    void names_reasons_of_restrictions() {
        assertThat(ReasonTexts.list(List.of("COMPLAINTS"), SmsLanguage.ZH_CN)).isEqualTo("用户投诉");
        assertThat(ReasonTexts.list(List.of("COMPLAINTS"), SmsLanguage.EN)).isEqualTo("Complaints from recipients");
    }

    @Test
    void shows_a_code_without_text_unchanged() {
        assertThat(ReasonTexts.list(List.of("BRAND_NEW"), SmsLanguage.ZH_CN)).isEqualTo("BRAND_NEW");
    }

    @Test
    void both_languages_have_the_same_codes() {
        var chinese = ResourceBundle.getBundle("reasons", Locale.SIMPLIFIED_CHINESE);
        var english = ResourceBundle.getBundle("reasons", Locale.ENGLISH);
        assertThat(chinese.keySet()).isEqualTo(english.keySet());
    }
}
