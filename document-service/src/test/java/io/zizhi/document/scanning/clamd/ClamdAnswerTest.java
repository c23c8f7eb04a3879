package io.zizhi.document.scanning.clamd;

import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.document.scanning.ScanResult.Clean;
import io.zizhi.document.scanning.ScanResult.Infected;
import io.zizhi.document.scanning.ScanResult.Undecided;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClamdAnswerTest {

    @Test
    void only_the_exact_answer_is_clean() {
        assertThat(ClamdAnswer.interpret("stream: OK")).isEqualTo(new Clean());
    }

    @Test
    void names_the_threat() {
        assertThat(ClamdAnswer.interpret("stream: Win.Test.EICAR_HDB-1 FOUND"))
                .isEqualTo(new Infected("Win.Test.EICAR_HDB-1"));
    }

    @Test
    void bounds_and_cleans_the_name_of_a_threat() {
        assertThat(ClamdAnswer.interpret("stream: a\nb\u0007 FOUND")).isEqualTo(new Infected("a?b?"));
        assertThat(ClamdAnswer.interpret("stream: " + "x".repeat(500) + " FOUND"))
                .isEqualTo(new Infected("x".repeat(200)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "INSTREAM size limit exceeded. ERROR | SCAN_SIZE_LIMIT",
                "stream: Heuristics.Limits.Exceeded.MaxFileSize FOUND | SCAN_LIMITS_EXCEEDED",
                "stream: Can't allocate memory ERROR | SCAN_ERROR",
                "UNKNOWN COMMAND | SCAN_ANSWER_UNREADABLE",
                "stream: OK and more | SCAN_ANSWER_UNREADABLE",
                "stream: ok | SCAN_ANSWER_UNREADABLE",
                "OK | SCAN_ANSWER_UNREADABLE",
                "'' | SCAN_ANSWER_UNREADABLE"
            })
    void every_other_answer_decides_nothing(String answer, String code) {
        assertThat(ClamdAnswer.interpret(answer)).isEqualTo(new Undecided(code, false));
    }
}
