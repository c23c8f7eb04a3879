package io.zizhi.qualification.bulk.sheet.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zizhi.platform.http.problem.ProblemException;
import io.zizhi.qualification.bulk.sheet.column.SheetColumn;
import io.zizhi.qualification.bulk.sheet.file.Deadline;
import io.zizhi.qualification.bulk.sheet.file.SheetCell;
import io.zizhi.qualification.bulk.sheet.file.SheetFormat;
import io.zizhi.qualification.bulk.sheet.file.SheetLimits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadSheetTest {

    private static final String CSV = "资质名称,companyName,申请用途\n星河1,星河示例科技有限公司,自用\n\n星河2,\"带,逗号\",他用\n";

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030", "GBK"})
    void reads_csv_in_common_encodings_with_headers_in_either_language(String charset) {
        assertRows(read(SheetFormat.CSV, CSV.getBytes(Charset.forName(charset))));
    }

    @Test
    void ignores_byte_order_mark() {
        assertRows(read(SheetFormat.CSV, ("\uFEFF" + CSV).getBytes(StandardCharsets.UTF_8)));
    }

    private static void assertRows(List<SheetRow> rows) {
        assertThat(rows).hasSize(2);
        assertThat(rows.getFirst().number()).isEqualTo(2);
        assertThat(rows.getFirst().cells())
                .isEqualTo(Map.of(
                        SheetColumn.NAME, SheetCell.of("星河1"),
                        SheetColumn.COMPANY_NAME, SheetCell.of("星河示例科技有限公司"),
                        SheetColumn.PURPOSE, SheetCell.of("自用")));
        assertThat(rows.get(1).cells()).containsEntry(SheetColumn.COMPANY_NAME, SheetCell.of("带,逗号"));
    }

    @Test
    void rejects_text_in_unknown_encoding() {
        refused("CSV_ENCODING_UNKNOWN", new byte[] {(byte) 0xFF, (byte) 0xFF, (byte) 0xFF});
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "资质名称\n", "\n\n"})
    void rejects_sheet_without_rows(String csv) {
        refused("SHEET_EMPTY", csv.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void rejects_unknown_and_duplicate_headers() {
        refused("SHEET_HEADER_UNKNOWN", "name,nonsense\na,b\n".getBytes(StandardCharsets.UTF_8));
        refused("SHEET_HEADER_TWICE", "name,资质名称\na,b\n".getBytes(StandardCharsets.UTF_8));
        refused("SHEET_HEADER_UNKNOWN", "name\na,b\n".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void names_all_unknown_headers_with_their_columns() {
        assertThatThrownBy(() -> read(SheetFormat.CSV, "name,公司名1,nonsense\na,b,c\n".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.detail()).contains("B “公司名1”", "C “nonsense”"));
    }

    @Test
    void skips_example_and_submitted_rows() {
        byte[] sheet = "资质名称,处理结果,修改建议\n【示例】星河,,\n[Example] a,,\n星河1,已提交,\n星河2,Submitted,\n星河3,待修改,改\n"
                .getBytes(StandardCharsets.UTF_8);

        Sheet read = ReadSheet.read(SheetFormat.CSV, sheet, Deadline.ofSheet());

        assertThat(read.rows()).extracting(SheetRow::number).containsExactly(6);
        assertThat(read.skipped()).isEqualTo(4);
        refused("SHEET_EMPTY", "资质名称\n【示例】星河\n".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void template_and_thousand_rows_fit_in_a_sheet() {
        byte[] sheet = ("name\n[example]\n" + "a\n".repeat(1000)).getBytes(StandardCharsets.UTF_8);

        assertThat(read(SheetFormat.CSV, sheet)).hasSize(1000);
    }

    @Test
    void reads_a_thousand_rows_and_rejects_one_more() {
        byte[] thousand = ("name\n" + "a\n".repeat(1000)).getBytes(StandardCharsets.UTF_8);
        byte[] more = ("name\n" + "a\n".repeat(1001)).getBytes(StandardCharsets.UTF_8);

        assertThat(read(SheetFormat.CSV, thousand)).hasSize(1000);
        refused("SHEET_TOO_MANY_ROWS", more);
    }

    @Test
    void reads_xlsx_without_formulas() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(file, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("a");
            sheet.value(0, 0, "name");
            sheet.value(0, 1, "管理员手机号");
            sheet.value(0, 2, "administratorIdNumber");
            sheet.value(0, 3, "certificateValidFrom");
            sheet.value(0, 4, "remark");
            sheet.value(1, 0, "星河1");
            sheet.value(1, 1, 13900001234L);
            sheet.value(1, 2, 110105194912310020L);
            sheet.value(1, 3, LocalDate.of(2020, 1, 1));
            sheet.formula(1, 4, "HYPERLINK(A1)");
            sheet.value(3, 0, "星河2");
        }

        List<SheetRow> rows = read(SheetFormat.XLSX, file.toByteArray());

        assertThat(rows).extracting(SheetRow::number).containsExactly(2, 4);
        assertThat(rows.getFirst().cells())
                .isEqualTo(Map.of(
                        SheetColumn.NAME, SheetCell.of("星河1"),
                        SheetColumn.PHONE, SheetCell.of("13900001234"),
                        SheetColumn.ADMINISTRATOR_ID_NUMBER, SheetCell.notExact("1.10105194912310E+17"),
                        SheetColumn.CERTIFICATE_FROM, SheetCell.of("43831"),
                        SheetColumn.REMARK, SheetCell.faulty(SheetCell.Fault.FORMULA)));
    }

    @Test
    void reports_long_number_that_spreadsheet_has_rounded() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(file, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("a");
            sheet.value(0, 0, "administratorIdNumber");
            sheet.value(1, 0, 330106199001011000L);
        }

        SheetRow row = read(SheetFormat.XLSX, file.toByteArray()).getFirst();

        assertThat(row.cells())
                .containsEntry(SheetColumn.ADMINISTRATOR_ID_NUMBER, SheetCell.notExact("3.30106199001011E+17"));
        assertThat(row.texts()).containsEntry(SheetColumn.ADMINISTRATOR_ID_NUMBER, "3.30106199001011E+17");
    }

    @Test
    void rejects_zip_bomb_before_reading_it() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream parts = new ZipOutputStream(file)) {
            parts.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            parts.write(new byte[64 * 1024 * 1024]);
            parts.closeEntry();
        }

        assertThat(file.size()).isLessThan(SheetLimits.MAX_BYTES);
        assertThatThrownBy(() -> read(SheetFormat.XLSX, file.toByteArray()))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("SHEET_TOO_LARGE"));
    }

    @Test
    void rejects_file_that_is_not_xlsx() {
        assertThatThrownBy(() -> read(SheetFormat.XLSX, "name\na\n".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("XLSX_MALFORMED"));
    }

    private static List<SheetRow> read(SheetFormat format, byte[] sheet) {
        return ReadSheet.read(format, sheet, Deadline.ofSheet()).rows();
    }

    private static void refused(String code, byte[] csv) {
        assertThatThrownBy(() -> read(SheetFormat.CSV, csv))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
