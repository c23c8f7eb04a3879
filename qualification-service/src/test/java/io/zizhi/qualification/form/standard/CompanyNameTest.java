package io.zizhi.qualification.form.standard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompanyNameTest {

    private static final String PRINTED = "海天（中国）ABC有限公司";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "海天(中国)ABC有限公司",
                "海天 (中国) ABC 有限公司",
                "海天（中国）　ＡＢＣ有限公司",
                "海天【中国】ABC有限公司",
                "海天[中国]ABC有限公司",
                "海天〔中国〕ABC有限公司",
                "海天\u00A0（中国)ABC有限公司"
            })
    void ignores_width_spaces_and_style_of_brackets(String typed) {
        assertThat(CompanyName.same(PRINTED, typed)).isTrue();
        assertThat(new CompanyName(typed).imitates(PRINTED)).isFalse();
        assertThat(new CompanyName(typed).text()).isEqualTo(typed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"海天中国ABC有限公司", "海天（中国）abc有限公司", "海天（上海）ABC有限公司", "海天·（中国）ABC有限公司"})
    void distinguishes_other_names(String other) {
        assertThat(CompanyName.same(PRINTED, other)).isFalse();
    }

    @Test
    void detects_look_alike_despite_other_brackets() {
        assertThat(new CompanyName("海天 (中国) ΑBC有限公司").imitates(PRINTED)).isTrue();
    }
}
