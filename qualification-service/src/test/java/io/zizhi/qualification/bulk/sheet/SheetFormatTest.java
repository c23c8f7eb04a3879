package io.zizhi.qualification.bulk.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zizhi.platform.http.problem.ProblemException;
import io.zizhi.qualification.bulk.sheet.file.SheetFormat;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetFormatTest {

    @ParameterizedTest
    @ValueSource(strings = {"text/csv; charset=utf-8", "application/vnd.ms-excel", "application/octet-stream"})
    void accepts_content_types_of_browsers(String contentType) {
        assertThatCode(() -> SheetFormat.requireAccepted(contentType)).doesNotThrowAnyException();
    }

    @Test
    void names_accepted_content_types() {
        assertThatThrownBy(() -> SheetFormat.requireAccepted("application/json"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.detail()).contains("text/csv", SheetFormat.XLSX.mediaType()));
    }

    @Test
    void tells_formats_by_first_bytes() {
        assertThat(SheetFormat.of(new byte[] {'P', 'K', 3, 4, 0})).isEqualTo(SheetFormat.XLSX);
        assertThat(SheetFormat.of("name\n".getBytes(StandardCharsets.UTF_8))).isEqualTo(SheetFormat.CSV);
        assertThat(SheetFormat.of(new byte[0])).isEqualTo(SheetFormat.CSV);
    }

    @Test
    void rejects_old_excel_workbooks() {
        assertThatThrownBy(() -> SheetFormat.of(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0}))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.detail()).contains(".xls"));
    }
}
