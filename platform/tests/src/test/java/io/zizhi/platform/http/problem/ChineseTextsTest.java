package io.zizhi.platform.http.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChineseTextsTest {

    @Test
    void keeps_values_of_english_text() {
        assertThat(ChineseTexts.bundled().find("`limit` must be a whole number from 1 to 100."))
                .hasValue("`limit` 必须是 1 至 100 的整数。");
        assertThat(ChineseTexts.bundled().find("The value must match \\d{6}.")).hasValue("格式不正确，须符合正则表达式 \\d{6}。");
    }

    @Test
    void translates_title_detail_and_violations() {
        ProblemDetails problem = ProblemDetails.from(Problems.invalid(List.of(
                        new Violation("/name", "FIELD_REQUIRED", "Fill in this field."),
                        new Violation("/code", "USCC_INVALID", "Correct the code.", "请更正代码。"))))
                .in(ProblemLanguage.CHINESE);

        assertThat(problem.title()).isEqualTo("请求有误");
        assertThat(problem.detail()).isEqualTo("请求内容有误，全部问题见 `errors`。");
        assertThat(problem.errors()).extracting(Violation::detail).containsExactly("请填写此项。", "请更正代码。");
    }

    @Test
    void leaves_english_without_translation() {
        assertThat(ChineseTexts.bundled().find("Nobody translated this.")).isEmpty();
    }

    @Test
    void every_status_has_chinese_title_and_detail() {
        List<ProblemDetails> problems = IntStream.of(
                        400, 401, 403, 404, 405, 406, 408, 409, 410, 412, 413, 415, 422, 428, 429, 431, 500, 501, 502,
                        503)
                .mapToObj(ProblemDetails::ofStatus)
                .toList();

        assertThat(problems)
                .allSatisfy(problem ->
                        assertThat(ChineseTexts.bundled().find(problem.title())).isPresent())
                .allSatisfy(problem -> assertThat(ChineseTexts.bundled().find(Objects.requireNonNull(problem.detail())))
                        .isPresent());
    }
}
