package io.zizhi.qualification.form.standard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameSyntaxTest {

    @Test
    void accepts_ideographic_zero_in_every_name() {
        assertThat(NameSyntax.isOrganisation("核工业二〇八大队")).isTrue();
        assertThat(NameSyntax.isPerson("孙〇")).isTrue();
        assertThat(NameSyntax.isPerson("〇一·孙")).isTrue();
        assertThat(NameSyntax.isLabel("二〇八大队2026")).isTrue();
        assertThat(SignatureName.isValid("二〇八大队")).isTrue();
    }

    @Test
    void ideographic_zero_is_no_deceptive_character() {
        assertThat(new WrittenName("核工业二〇八大队").firstDeceptive()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "检测试验, true",
        "检测试剂, true",
        "观测试验站, true",
        "Contest, true",
        "Latest2026, true",
        "Protest, true",
        "测试, false",
        "检测测试, false",
        "软件测试版, false",
        "test, false",
        "TEST1, false",
        "1test, false",
        "MyTest, false",
        "testShop, false",
        "星河test, false"
    })
    void refuses_test_only_as_a_word(String name, boolean valid) {
        assertThat(SignatureName.isValid(name)).isEqualTo(valid);
    }
}
