package io.zizhi.qualification.bulk.sheet.reading;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.zizhi.qualification.bulk.sheet.column.RowFinding;
import io.zizhi.qualification.bulk.sheet.column.SheetColumn;
import io.zizhi.qualification.bulk.sheet.file.Deadline;
import io.zizhi.qualification.bulk.sheet.file.SheetFormat;
import io.zizhi.qualification.form.IdType;
import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.peer.document.NamedDocument;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FillInRowTest {

    private static final String ID = "0123456789abcdef0123456789abcdef";
    private static final String OTHER_ID = "00000000000000000000000000000000";

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
    void reports_all_errors_of_a_row_in_both_languages() {
        RowForm row = filled(
                "名称,用途,主体,证件种类,证件有效期起,营业执照,授权委托书,手机号\n" + "a,乱写,公司,营业执照,去年,缺失.jpg,某号," + "1".repeat(21) + "\n",
                DocumentNames.NONE);

        assertThat(row.findings())
                .extracting(RowFinding::code)
                .containsExactlyInAnyOrder(
                        "WORD_UNKNOWN", "DATE_INVALID", "DOCUMENT_NAME_UNKNOWN", "NUMBER_INVALID", "FIELD_TOO_LONG");
        assertThat(row.findings())
                .allSatisfy(finding -> assertThat(List.of(finding.adviceZh(), finding.adviceEn()))
                        .noneMatch(String::isBlank));
        assertThat(row.form()).isNull();
    }

    @Test
    void keeps_form_of_other_cells_for_the_rules() {
        RowForm row = filled("名称,用途,主体,证件有效期起,备注,公司\na,自用,公司,去年," + "b".repeat(501) + ",星河\n", DocumentNames.NONE);

        assertThat(row.findings()).extracting(RowFinding::code).containsExactly("DATE_INVALID", "FIELD_TOO_LONG");
        QualificationForm form = requireNonNull(row.form());
        assertThat(form.companyName()).contains("星河");
        assertThat(form.remark()).isNull();
    }

    @Test
    void reads_words_codes_and_dates_in_any_width() {
        RowForm row = filled("""
                名称,是否自用,主体,信用代码,管理员证件类型,管理员手机,管理员证件有效期起,管理员证件有效期至
                a,是,Ｃｏｍｐａｎｙ,９１３３０１００ MA00000000,身份证,139 0000 1234,２０２０．１．１,永久
                """, DocumentNames.NONE);

        assertThat(row.findings()).isEmpty();
        QualificationForm form = requireNonNull(row.form());
        assertThat(form.purpose().name()).isEqualTo("SELF");
        assertThat(form.creditCode()).contains("91330100MA00000000");
        assertThat(requireNonNull(form.administrator()).idType()).isEqualTo(IdType.RESIDENT_ID);
        assertThat(form.administrator().validFrom()).isEqualTo(LocalDate.of(2020, 1, 1));
        assertThat(form.administrator().validTo()).isEqualTo(LocalDate.of(2099, 12, 31));
    }

    @Test
    void reports_number_that_spreadsheet_wrote_as_power() {
        RowForm row = filled("名称,用途,主体,管理员身份证号\na,自用,公司,3.30106E+17\n", DocumentNames.NONE);

        assertThat(row.findings()).extracting(RowFinding::code).containsExactly("CELL_NUMBER_NOT_EXACT");
        assertThat(row.texts()).containsEntry(SheetColumn.ADMINISTRATOR_ID_NUMBER, "3.30106E+17");
    }

    @Test
    void finds_documents_by_name_and_kind() {
        DocumentNames names = DocumentNames.of(List.of(
                new NamedDocument("a 1.jpg", ID, "ID_EMBLEM"),
                new NamedDocument("a 1.jpg", OTHER_ID, "ID_PORTRAIT"),
                new NamedDocument("b.jpg", ID, "MORE_MATERIAL"),
                new NamedDocument("b.jpg", OTHER_ID, "MORE_MATERIAL")));

        RowForm row =
                filled("名称,用途,主体,管理员国徽面,管理员人像面,附件\na,自用,公司,a 1.jpg,a 1.jpg," + ID + " " + OTHER_ID + "；b.jpg\n", names);

        assertThat(row.findings()).extracting(RowFinding::code).containsExactly("DOCUMENT_NAME_AMBIGUOUS");
        QualificationForm form = requireNonNull(row.form());
        assertThat(requireNonNull(form.administrator()).emblemDocumentId()).isEqualTo(ID);
        assertThat(form.administrator().portraitDocumentId()).isEqualTo(OTHER_ID);
    }

    @Test
    void refuses_more_documents_than_a_form_accepts() {
        String many = "a.pdf;".repeat(11);
        RowForm row = filled("名称,用途,主体,附件\na,自用,公司," + many + "\n", DocumentNames.NONE);

        assertThat(row.findings()).extracting(RowFinding::code).containsExactly("TOO_MANY_DOCUMENTS");
    }

    @Test
    void collects_file_names_of_a_sheet() {
        Sheet sheet = read("名称,营业执照,附件\na,执照.jpg," + ID + " " + OTHER_ID + "\nb,执照.jpg,b 1.pdf;c.pdf\n");

        assertThat(sheet.fileNames()).containsExactlyInAnyOrder("执照.jpg", "b 1.pdf", "c.pdf");
    }

    private static RowForm filled(String csv, DocumentNames names) {
        Sheet sheet = read(csv);
        return fillIn.handle(sheet.rows().getFirst(), sheet.headers(), names, "2026-11");
    }

    private static Sheet read(String csv) {
        return ReadSheet.read(SheetFormat.CSV, csv.getBytes(StandardCharsets.UTF_8), Deadline.ofSheet());
    }
}
