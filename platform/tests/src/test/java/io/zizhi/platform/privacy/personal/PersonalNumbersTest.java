package io.zizhi.platform.privacy.personal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalNumbersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "与 11010519491231002X 核对",
                "与 11010519491231002x 核对",
                "身份证11010519491231002X。",
                "110105 19491231 002X",
                "１１０１０５１９４９１２３１００２Ｘ",
                "致电 13812345678",
                "138 1234 5678",
                "138-1234-5678",
                "+8613812345678",
                "１３８１２３４５６７８"
            })
    void finds_numbers_as_people_write_them(String text) {
        assertThat(PersonalNumbers.areWrittenIn(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "工单 20000001",
                "资质 10000001 与 10000002",
                "2026-11-29 09:00",
                "统一社会信用代码 91330106673959654P",
                "110105194912310021",
                "document 0123456789abcdef13812345678abcde",
                "1764388800000"
            })
    void accepts_other_numbers(String text) {
        assertThat(PersonalNumbers.areWrittenIn(text)).isFalse();
    }
}
