package io.zizhi.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvLineTest {

    @Test
    void separates_and_quotes_cells() {
        assertThat(CsvLine.of(List.of("资质", "", "a,b", "say \"no\"", "zwei\nZeilen")))
                .isEqualTo("资质,,\"a,b\",\"say \"\"no\"\"\",\"zwei\nZeilen\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "＝1", "－1"})
    void escapes_formulas(String formula) {
        assertThat(CsvLine.of(List.of(formula))).isEqualTo("'" + formula + "\r\n");
    }

    @Test
    void detects_formula_after_white_space() {
        assertThat(CsvLine.of(List.of("\t=1"))).isEqualTo("'\t=1\r\n");
        assertThat(CsvLine.of(List.of("\r=1"))).isEqualTo("\"'\r=1\"\r\n");
    }

    @Test
    void keeps_long_numbers_as_text() {
        assertThat(CsvLine.of(List.of("123456789012345", "911101086774123456")))
                .isEqualTo("123456789012345,'911101086774123456\r\n");
    }
}
