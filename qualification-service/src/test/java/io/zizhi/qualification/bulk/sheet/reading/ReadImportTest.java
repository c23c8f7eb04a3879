package io.zizhi.qualification.bulk.sheet.reading;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.zizhi.platform.http.problem.ProblemException;
import io.zizhi.qualification.bulk.sheet.ImportSheet;
import io.zizhi.qualification.bulk.sheet.column.ImportColumn;
import io.zizhi.qualification.bulk.sheet.column.RowFinding;
import io.zizhi.qualification.bulk.sheet.column.SheetHeaders;
import io.zizhi.qualification.bulk.sheet.file.Deadline;
import io.zizhi.qualification.bulk.sheet.file.SheetFormat;
import io.zizhi.qualification.bulk.sheet.file.SheetSize;
import io.zizhi.qualification.bulk.sheet.writing.SheetLanguage;
import io.zizhi.qualification.bulk.sheet.writing.WriteImportTemplate;
import io.zizhi.qualification.model.revision.Provenance;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadImportTest {

    private static final String HEADER = "账号 ID,name,来源系统,sourceReference,原审批日期,approvalValidUntil,申请用途,主体类型\n";

    private static ValidatorFactory validators;
    private static FillInRow fillIn;

    @BeforeAll
    static void start() {
        validators = Validation.byDefaultProvider()
                .configure()
                .messageInterpolator(new ParameterMessageInterpolator())
                .buildValidatorFactory();
        fillIn = new FillInRow(new ObjectMapper().registerModule(new JavaTimeModule()), validators.getValidator());
    }

    @AfterAll
    static void stop() {
        validators.close();
    }

    @Test
    void reads_account_provenance_and_form_without_consent() {
        ImportLine line = read(HEADER + "company-a,老资质,legacy,ZZ-1,2025/6/1,2027年1月31日,自用,企业\n")
                .getFirst();

        assertThat(line.findings()).isEmpty();
        assertThat(line.number()).isEqualTo(2);
        assertThat(line.accountId()).isEqualTo("company-a");
        assertThat(line.source())
                .isEqualTo(new Provenance("legacy", "ZZ-1", LocalDate.of(2025, 6, 1), LocalDate.of(2027, 1, 31)));
        assertThat(requireNonNull(line.form()).name()).isEqualTo("老资质");
        assertThat(line.form().consent()).isNull();
    }

    @Test
    void keeps_at_most_twenty_findings_of_a_row() {
        ImportLine line =
                read(HEADER + "company-a,老资质,legacy,ZZ-1,2025-06-01,,自用,企业\n").getFirst();
        List<RowFinding> many = Stream.generate(() -> RowFinding.at("A", "", "甲", "a"))
                .limit(30)
                .toList();

        assertThat(new ImportLine(2, line.accountId(), line.source(), line.form(), many).findings())
                .hasSize(ImportLine.MOST_FINDINGS);
    }

    @Test
    void allows_approvals_without_end() {
        ImportLine line =
                read(HEADER + "company-a,老资质,legacy,ZZ-1,2025-06-01,,自用,企业\n").getFirst();

        assertThat(line.findings()).isEmpty();
        assertThat(requireNonNull(line.source()).validUntil()).isNull();
    }

    @Test
    void names_cells_that_cannot_be_read() {
        ImportLine line = read(HEADER + ",老资质,legacy,,去年,,乱写,企业\n").getFirst();

        assertThat(line.findings())
                .extracting(RowFinding::code)
                .containsExactlyInAnyOrder("FIELD_REQUIRED", "FIELD_REQUIRED", "DATE_INVALID", "WORD_UNKNOWN");
        assertThat(line.findings()).extracting(RowFinding::cell).containsExactlyInAnyOrder("A2", "D2", "E2", "G2");
        assertThat(line.accountId()).isNull();
        assertThat(line.source()).isNull();
    }

    @Test
    void knows_cells_of_both_kinds_of_columns() {
        SheetHeaders headers =
                sheet(HEADER + "company-a,老资质,legacy,ZZ-1,2025-06-01,,自用,企业\n").headers();
        RowFinding finding = RowFinding.at("A", "", "甲", "a");

        assertThat(finding.about(ImportColumn.ACCOUNT).in(headers, 5).cell()).isEqualTo("A5");
        assertThat(finding.about(ImportColumn.APPROVED_ON).in(headers, 5).header())
                .isEqualTo("原审批日期");
        assertThat(RowFinding.at("A", "/purpose", "甲", "a").in(headers, 5).cell())
                .isEqualTo("G5");
        assertThat(RowFinding.at("A", "/letterId", "甲", "a").in(headers, 5).cell())
                .isNull();
    }

    @Test
    void rejects_references_that_are_too_long() {
        ImportLine line = read(HEADER + "company-a,老资质,legacy," + "9".repeat(101) + ",2025-06-01,,自用,企业\n")
                .getFirst();

        assertThat(line.findings()).extracting(RowFinding::code).containsExactly("FIELD_TOO_LONG");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000-01-01", "-0001-01-01", "1899-12-31", "2100-01-01", "+999999999-01-01"})
    void rejects_days_outside_the_bounds_of_periods(String day) {
        List<ImportLine> lines = read(HEADER + "company-a,甲,legacy,ZZ-1," + day + ",,自用,企业\n"
                + "company-a,乙,legacy,ZZ-2,2025-06-01," + day + ",自用,企业\n");

        assertThat(lines)
                .allSatisfy(line ->
                        assertThat(line.findings()).extracting(RowFinding::code).containsExactly("DATE_INVALID"));
    }

    @Test
    void takes_long_term_approvals_as_without_end() {
        ImportLine line =
                read(HEADER + "company-a,老资质,legacy,ZZ-1,2025-06-01,长期,自用,企业\n").getFirst();

        assertThat(line.findings()).isEmpty();
        assertThat(requireNonNull(line.source()).validUntil()).isNull();
    }

    @Test
    void asks_for_ids_instead_of_file_names() {
        ImportLine line = read("""
                账号 ID,name,来源系统,sourceReference,原审批日期,申请用途,主体类型,营业执照
                company-a,老资质,legacy,ZZ-1,2025-06-01,自用,企业,执照.jpg
                """).getFirst();

        assertThat(line.findings()).extracting(RowFinding::code).containsExactly("DOCUMENT_ID_INVALID");
        assertThat(line.findings().getFirst().cell()).isEqualTo("H2");
    }

    @ParameterizedTest
    @EnumSource(SheetLanguage.class)
    void reads_template_and_skips_its_example(SheetLanguage language) throws IOException {
        String template = new String(WriteImportTemplate.write(SheetFormat.CSV, language), StandardCharsets.UTF_8);
        String example = template.lines().skip(1).findFirst().orElseThrow();
        String filledIn = template + example.replace("【示例】", "").replace("[Example] ", "") + "\n";

        assertThatThrownBy(() -> read(template)).hasMessageContaining("example");
        assertThat(sheet(filledIn).skipped()).isEqualTo(1);
        List<ImportLine> lines = read(filledIn);
        assertThat(lines).hasSize(1);
        assertThat(lines.getFirst().findings()).isEmpty();
        assertThat(lines.getFirst().accountId()).isEqualTo("company-a");
    }

    @Test
    void requires_columns_of_account_and_provenance() {
        assertThatThrownBy(() -> read("name,purpose\n老资质,自用\n"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.code()).isEqualTo("SHEET_HEADER_MISSING"));
        assertThatThrownBy(() -> read("accountId,账号 ID,name\na,b,老资质\n"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.code()).isEqualTo("SHEET_HEADER_TWICE"));
    }

    @Test
    void accepts_ten_thousand_rows_and_no_more() {
        String row = "company-a,老资质,legacy,ZZ-1,2025-06-01,,自用,企业\n";

        assertThat(read(HEADER + row.repeat(10_000))).hasSize(10_000);
        assertThatThrownBy(() -> read(HEADER + row.repeat(10_001)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.code()).isEqualTo("SHEET_TOO_MANY_ROWS"));
    }

    private static List<ImportLine> read(String csv) {
        return sheet(csv).lines();
    }

    private static ImportSheet sheet(String csv) {
        return ReadImport.read(
                SheetFormat.CSV, csv.getBytes(StandardCharsets.UTF_8), Deadline.of(SheetSize.IMPORT), fillIn);
    }
}
