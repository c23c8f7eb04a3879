package io.zizhi.document.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zizhi.platform.http.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            attachment; filename=licence.jpg                                  | licence.jpg
            attachment; filename="a licence.jpg"                              | a licence.jpg
            attachment; filename*=UTF-8''%E6%89%A7%E7%85%A7+1.jpg             | 执照+1.jpg
            attachment; filename="x.jpg"; filename*=utf-8'zh'%E6%89%A7.jpg    | 执.jpg
            attachment; filename="C:\\temp\\a.jpg"                            | a.jpg
            attachment; filename="../../etc/passwd"                           | passwd
            attachment; filename*=UTF-8''a%00%E2%80%AE.jpg                    | a.jpg
            attachment; filename*=UTF-8''x%0Ay/a.jpg                          | a.jpg
            """)
    void reads_name_without_folders_and_invisible_characters(String header, String name) {
        assertThat(FileName.of(header)).isEqualTo(name);
    }

    @Test
    void reads_utf_8_that_arrives_as_latin_1() {
        String sent = "attachment; filename=\"执照.jpg\"";
        String received = new String(sent.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);

        assertThat(FileName.of(received)).isEqualTo("执照.jpg");
    }

    @Test
    void header_without_name_gives_no_file_name() {
        assertThat(FileName.of(null)).isNull();
        assertThat(FileName.of("inline")).isNull();
        assertThat(FileName.of("attachment; filename=\" \"")).isNull();
    }

    @Test
    void refuses_long_and_malformed_names() {
        refused("FILE_NAME_TOO_LONG", "attachment; filename=" + "a".repeat(256));
        refused("FILE_NAME_INVALID", "attachment; filename*=UTF-8''%zz");
    }

    private static void refused(String code, String header) {
        assertThatThrownBy(() -> FileName.of(header))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
