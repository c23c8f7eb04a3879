package io.zizhi.qualification.bulk.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.qualification.bulk.sheet.column.RowFinding;
import io.zizhi.qualification.bulk.sheet.column.SheetColumn;
import io.zizhi.qualification.bulk.sheet.reading.RowForm;
import io.zizhi.qualification.form.FormMother;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RepeatedRowsTest {

    private static final RowFinding FAULT = RowFinding.at("DATE_INVALID", "/company/certificate/validFrom", "", "");

    @Test
    void names_row_that_is_repeated() {
        List<RowForm> marked = RepeatedRows.marked(List.of(row(10, "星河", "a"), row(11, "星河", "a")));

        assertThat(marked.getFirst().findings()).isEmpty();
        assertThat(marked.getLast().findings().getFirst().code()).isEqualTo("ROW_REPEATED");
        assertThat(marked.getLast().findings().getFirst().adviceZh()).isEqualTo("与第 10 行重复，请删除其中一行。");
    }

    @Test
    void names_row_with_similar_name_and_other_cells() {
        List<RowForm> marked = RepeatedRows.marked(List.of(row(10, "星河I", "a"), row(11, "星河l", "b")));

        assertThat(marked.getLast().findings().getFirst().code()).isEqualTo("NAME_TAKEN");
        assertThat(marked.getLast().findings().getFirst().adviceZh()).contains("第 10 行");
    }

    @Test
    void accepts_row_whose_name_only_faulty_row_has() {
        List<RowForm> marked =
                RepeatedRows.marked(List.of(row(10, "星河", "a").with(FAULT), row(11, "星河", "b"), row(12, "银河", "c")));

        assertThat(marked.get(1).findings()).isEmpty();
        assertThat(marked.get(2).findings()).isEmpty();
    }

    private static RowForm row(int number, String name, String remark) {
        return new RowForm(
                number, FormMother.named(name), List.of(), Map.of(SheetColumn.NAME, name, SheetColumn.REMARK, remark));
    }
}
