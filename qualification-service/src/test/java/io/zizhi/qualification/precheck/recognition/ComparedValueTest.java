package io.zizhi.qualification.precheck.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.qualification.form.RecognisedValue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparedValueTest {

    @ParameterizedTest
    @CsvSource({
        "星河示例科技有限公司, 星河示例科技有限公司",
        "海天（中国）有限公司, 海天(中国)有限公司",
        "海天【中国】有限公司, 海天（中国）有限公司",
        "' 王 示例', 王示例",
        "阿卜杜拉·买买提, 阿卜杜拉•买买提",
        "11010519491231002x, 11010519491231002X",
        "１１０１０５１９４９１２３１００２Ｘ, 11010519491231002X",
        "2020-01-01, 2020-01-01"
    })
    void ignores_width_case_spaces_and_punctuation(String typed, String recognised) {
        ComparedValue value = compared(typed, recognised, 0.99);

        assertThat(value.agrees()).isTrue();
        assertThat(value.differs()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"110105194912310021, 110105194912310038", "王示例, 王例示", "海天（中国）有限公司, 海天有限公司", "2020-01-01, 2020-01-02"})
    void finds_differences(String typed, String recognised) {
        ComparedValue value = compared(typed, recognised, 0.8);

        assertThat(value.agrees()).isFalse();
        assertThat(value.differs()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "张三 | 张四 | 1",
                "张三 | 张三丰 | 2",
                "张三丰 | 张丰 | 1 2",
                "110105194912310021 | 110105194912310038 | 16 17",
                "２０２０-01-01 | 2020-01-02 | 7",
                "𠮷野 | 吉野 | 0",
                "阿卜杜拉·买买提 | 阿卜杜拉买买题 | 6",
                "张三 | ' 张 三' | ''",
                "' ' | 张三 | ''",
                "'' | 张三 | ''"
            })
    void counts_positions_in_code_points_of_compared_text(String typed, String recognised, String positions) {
        assertThat(compared(typed, recognised, 0.99).differsAt())
                .extracting(String::valueOf)
                .containsExactly(positions.isEmpty() ? new String[0] : positions.split(" ", -1));
        assertThat(compared(null, recognised, 0.99).differsAt()).isEmpty();
    }

    @Test
    void limits_positions_to_twenty() {
        assertThat(compared("a".repeat(500), "b".repeat(400), 0.99).differsAt())
                .hasSize(20)
                .startsWith(0)
                .endsWith(19);
    }

    @Test
    void low_confidence_says_nothing() {
        assertThat(compared("王示例", "李示例", 0.79).differs()).isFalse();
    }

    @Test
    void empty_fields_do_not_differ() {
        assertThat(compared(null, "李示例", 0.99).differs()).isFalse();
        assertThat(compared(" ", "李示例", 0.99).differs()).isFalse();
        assertThat(compared(null, "李示例", 0.99).agrees()).isFalse();
    }

    private static ComparedValue compared(@Nullable String typed, String recognised, double confidence) {
        return new ComparedValue(
                new RecognisedValue("/administrator/name", recognised, "a".repeat(32), "name", confidence), typed);
    }
}
