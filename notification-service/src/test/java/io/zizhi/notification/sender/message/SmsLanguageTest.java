package io.zizhi.notification.sender.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmsLanguageTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    zh-CN                    | ZH_CN
                    zh-Hant-TW,en;q=0.5      | ZH_CN
                    en-GB, zh;q=0.8          | EN
                    de, fr;q=0.9, en;q=0.1   | EN
                    zh;q=0, en;q=0.1         | EN
                    """)
    void follows_the_preferred_language(String header, SmsLanguage language) {
        assertThat(SmsLanguage.preferred(header)).contains(language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "*", "de", "zhuang", "en;q=x", ";;;", "zh;q=0"})
    void ignores_other_and_malformed_headers(String header) {
        assertThat(SmsLanguage.preferred(header)).isEqualTo(Optional.empty());
    }

    @Test
    void ignores_an_overlong_header() {
        assertThat(SmsLanguage.preferred("zh," + "de,".repeat(200))).isEmpty();
        assertThat(SmsLanguage.preferred(null)).isEmpty();
    }
}
