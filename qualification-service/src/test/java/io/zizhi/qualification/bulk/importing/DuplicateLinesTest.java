package io.zizhi.qualification.bulk.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.contracts.OwnerType;
import io.zizhi.contracts.Purpose;
import io.zizhi.qualification.bulk.sheet.column.RowFinding;
import io.zizhi.qualification.bulk.sheet.reading.ImportLine;
import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.model.revision.Provenance;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DuplicateLinesTest {

    @Test
    void marks_later_rows_with_same_source() {
        List<ImportLine> marked = DuplicateLines.marked(
                List.of(line(2, "a", "甲资质", "1"), line(3, "a", "乙资质", "1"), line(4, "b", "甲资质", "1")));

        assertThat(marked.get(0).findings()).isEmpty();
        assertThat(marked.get(1).findings()).extracting(RowFinding::code).containsExactly("ROW_REPEATED");
        assertThat(marked.get(1).findings().getFirst().adviceEn()).contains("Row 2");
        assertThat(marked.get(1).findings().getFirst().column()).isEqualTo("sourceReference");
        assertThat(marked.get(2).findings()).isEmpty();
    }

    @Test
    void marks_later_rows_with_similar_looking_name() {
        List<ImportLine> marked =
                DuplicateLines.marked(List.of(line(2, "a", "资质ABC", "1"), line(3, "a", "资质ＡＢＣ", "2")));

        assertThat(marked.get(1).findings()).extracting(RowFinding::code).containsExactly("NAME_TAKEN");
    }

    @Test
    void ignores_rows_that_cannot_be_imported_anyway() {
        ImportLine unreadable = line(2, "a", "甲资质", "1").with(RowFinding.of("DATE_INVALID", "", "Write dates."));

        assertThat(DuplicateLines.marked(List.of(unreadable, line(3, "a", "甲资质", "1")))
                        .get(1)
                        .findings())
                .isEmpty();
    }

    private static ImportLine line(int number, String account, String name, String reference) {
        return new ImportLine(
                number,
                account,
                new Provenance("legacy", reference, LocalDate.of(2025, 6, 1), null),
                new QualificationForm(name, Purpose.SELF, OwnerType.COMPANY, null, null, null, null, List.of(), null),
                List.of());
    }
}
