package io.zizhi.local.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogFormatTest {

    private final LogFormat format = new LogFormat(ZoneId.of("Asia/Shanghai"));

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "2026-11-25 08:10:05,890 INFO  [a.B] (main) words ; 2026-11-25T00:10:05.890Z",
                "2026-11-25T08:10:05.890 WARN [main] B: words ; 2026-11-25T00:10:05.890Z",
                "2026-11-25 00:10:05.890 UTC [97] LOG:  words ; 2026-11-25T00:10:05.890Z",
                "{\"timestamp\":\"2026-11-25T08:10:05.89+08:00\",\"message\":\"m\"} ; 2026-11-25T00:10:05.890Z"
            })
    void reads_time_of_every_line_format(String line, Instant time) {
        assertThat(format.time(line)).contains(time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\tat a.B.c(B.java:1)", "", "{", "{}", "[1]", "2026-99-99 00:00:00 x", "{\"message\":1"})
    void keeps_unknown_lines_unchanged(String line) {
        assertThat(format.time(line)).isEmpty();
        assertThat(format.readable(line)).isEqualTo(line);
    }

    @Test
    void formats_json_line_with_time_level_logger_and_message() {
        String line = """
                {"timestamp":"2026-11-25T00:10:05.89Z","level":"INFO","logger":"io.zizhi.A","message":"短信 sent",\
                "thread":"main","mdc":{"traceId":"4bf92f","spanId":"00f067"},"service":"review-service"}""";
        assertThat(format.readable(line))
                .isEqualTo("2026-11-25 08:10:05,890 INFO  [io.zizhi.A] 短信 sent {traceId=4bf92f, spanId=00f067}");
    }

    @Test
    void formats_exception_with_causes_or_stack_trace() {
        String head = "{\"timestamp\":\"2026-11-25T00:10:05.89Z\",\"level\":\"ERROR\",\"loggerName\":\"A\","
                + "\"message\":\"failed\",";
        String cause = "\"exception\":{\"exceptionType\":\"X\",\"message\":\"no\",\"causedBy\":{\"exception\":"
                + "{\"exceptionType\":\"Y\",\"message\":\"disk\"}}}}";
        assertThat(format.readable(head + cause)).endsWith("failed\nX: no\nCaused by: Y: disk");
        assertThat(format.readable(head + "\"stackTrace\":\"X: no\\n\\tat b\\n\"}"))
                .endsWith("failed\nX: no\n\tat b");
    }
}
