package io.zizhi.qualification.bulk.sheet.writing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zizhi.qualification.bulk.sheet.column.ImportColumn;
import io.zizhi.qualification.bulk.sheet.column.RowFinding;
import io.zizhi.qualification.bulk.sheet.column.SheetColumn;
import io.zizhi.qualification.bulk.sheet.column.SheetHeaders;
import io.zizhi.qualification.bulk.sheet.column.SheetResult;
import io.zizhi.qualification.bulk.sheet.column.SheetWords;
import io.zizhi.qualification.bulk.sheet.file.Deadline;
import io.zizhi.qualification.bulk.sheet.file.RawRow;
import io.zizhi.qualification.bulk.sheet.file.SheetCell;
import io.zizhi.qualification.bulk.sheet.file.SheetFormat;
import io.zizhi.qualification.bulk.sheet.file.XlsxSheet;
import io.zizhi.qualification.bulk.sheet.reading.ReadSheet;
import io.zizhi.qualification.bulk.sheet.reading.Sheet;
import io.zizhi.qualification.bulk.sheet.reading.SheetRow;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SheetWorkbookTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(SheetLanguage.class)
    void template_has_lists_notes_and_an_example(SheetLanguage language) throws IOException {
        byte[] template = template(language);
        String sheet = part(template, "xl/worksheets/sheet1.xml");

        assertThat(sheet.split("<dataValidation ", -1)).hasSize(6);
        assertThat(sheet)
                .contains("<formula1>\"" + String.join(",", language.words(SheetWords.OWNER_TYPE)) + "\"</formula1>");
        assertThat(part(template, "xl/comments1.xml").split("<comment ", -1))
                .hasSize(SheetColumn.fields().size() + 1);
        // The example alone is no row to submit.
        assertThatThrownBy(() -> ReadSheet.read(SheetFormat.XLSX, template, Deadline.ofSheet()))
                .hasMessageContaining("example");
    }

    @ParameterizedTest
    @EnumSource(SheetLanguage.class)
    void import_template_names_account_and_approval(SheetLanguage language) throws IOException {
        byte[] csv = WriteImportTemplate.write(SheetFormat.CSV, language);
        byte[] xlsx = WriteImportTemplate.write(SheetFormat.XLSX, language);
        List<String> headers = texts(XlsxSheet.read(xlsx, Deadline.ofSheet()).getFirst());

        assertThat(headers.getFirst()).isEqualTo(language.header(ImportColumn.ACCOUNT));
        assertThat(new String(csv, StandardCharsets.UTF_8)).contains(headers);
        assertThat(part(xlsx, "xl/worksheets/sheet1.xml").split("<dataValidation ", -1))
                .hasSize(6);
        // All columns have a note: those of a bulk filing except the phone verification, and those of the import.
        assertThat(part(xlsx, "xl/comments1.xml").split("<comment ", -1))
                .hasSize(SheetColumn.fields().size() + ImportColumn.values().length);
    }

    @Test
    void result_sheet_can_be_read_again() throws IOException {
        SheetHeaders headers = SheetHeaders.stored(List.of("公司名称", "是否自用", "资质名称", "处理结果", "修改建议"));
        byte[] workbook = new SheetWorkbook(headers, SheetLanguage.CHINESE)
                .write(List.of(List.of("星河", "是", "星河1", "已提交", ""), List.of("星河", "否", "星河2", "待修改", "B3：改")));

        Sheet read = ReadSheet.read(SheetFormat.XLSX, workbook, Deadline.ofSheet());

        assertThat(read.headers().texts()).isEqualTo(headers.texts());
        assertThat(read.skipped()).isEqualTo(1);
        assertThat(read.rows()).extracting(SheetRow::number).containsExactly(3);
        assertThat(part(workbook, "xl/worksheets/sheet1.xml")).contains("<formula1>\"是,否\"</formula1>");
    }

    @Test
    void result_keeps_places_of_rows_and_columns() throws IOException {
        SheetHeaders uploaded = SheetHeaders.stored(List.of("公司名称", "结果", "资质名称*"));
        RowFinding finding = RowFinding.of("FIELD_TOO_LONG", "/company/name", "The value is too long.");
        ResultRow filed = new ResultRow(
                2, Map.of(SheetColumn.NAME, "星河1"), SheetResult.SUBMITTED, Optional.of(20000001L), List.of());
        ResultRow wrong = new ResultRow(
                9,
                Map.of(SheetColumn.NAME, "星河2", SheetColumn.COMPANY_NAME, "星"),
                SheetResult.TO_CORRECT,
                Optional.empty(),
                List.of(finding));

        byte[] result = WriteResult.write(uploaded, List.of(filed, wrong), SheetLanguage.ENGLISH);

        List<RawRow> rows = XlsxSheet.read(result, Deadline.ofSheet());
        assertThat(rows).extracting(RawRow::number).containsExactly(1, 2, 9);
        assertThat(texts(rows.getFirst())).containsExactly("公司名称", "结果", "资质名称*", "advice");
        assertThat(texts(rows.get(1))).containsExactly("", "submitted", "星河1", "Work order 20000001");
        assertThat(texts(rows.get(2)))
                .containsExactly("星", "to be corrected", "星河2", "A9 公司名称: The value is too long.");
        assertThat(ReadSheet.read(SheetFormat.XLSX, result, Deadline.ofSheet()).skipped())
                .isEqualTo(1);
    }

    private static List<String> texts(RawRow row) {
        return row.cells().stream().map(SheetCell::text).limit(4).toList();
    }

    private static byte[] template(SheetLanguage language) throws IOException {
        List<String> example =
                SheetColumn.fields().stream().map(language::example).toList();
        return new SheetWorkbook(SheetHeaders.ofTemplate(language::header), language).write(List.of(example));
    }

    private String part(byte[] workbook, String name) throws IOException {
        Path file = Files.write(folder.resolve("sheet.xlsx"), workbook);
        try (ZipFile parts = new ZipFile(file.toFile());
                InputStream part = parts.getInputStream(parts.getEntry(name))) {
            return new String(part.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
