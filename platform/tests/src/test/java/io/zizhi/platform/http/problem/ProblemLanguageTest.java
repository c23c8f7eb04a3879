package io.zizhi.platform.http.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemLanguageTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zh-CN | zh-CN",
                "zh-TW,en;q=0.5 | zh-CN",
                "en;q=0.5, zh;q=0.9 | zh-CN",
                "fr, de;q=0.9 | en",
                "fr, zh;q=0.3 | zh-CN",
                "zh;q=0, * | en",
                "*, zh;q=0.1 | en",
                "no language at all; | en",
                "'' | en",
            })
    void follows_preferences_of_caller(String header, String tag) {
        assertThat(ProblemLanguage.of(header).tag()).isEqualTo(tag);
    }

    @Test
    void ignores_header_that_is_too_long_to_parse() {
        assertThat(ProblemLanguage.of("zh" + ", de".repeat(124)).tag()).isEqualTo("zh-CN");
        assertThat(ProblemLanguage.of("zh" + ", de".repeat(125)).tag()).isEqualTo("en");
    }

    @Test
    void is_english_by_default() {
        assertThat(ProblemLanguage.of(null)).isEqualTo(ProblemLanguage.ENGLISH);
    }
}
