package io.zizhi.qualification.bulk.sheet.reading;

import io.zizhi.qualification.bulk.sheet.column.RowFinding;
import io.zizhi.qualification.bulk.sheet.column.SheetColumn;
import io.zizhi.qualification.form.QualificationForm;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A row converted to a form.
 *
 * @param number row number
 * @param form the form without the cells that have findings; null if too little of it remains for a draft
 * @param findings the reasons why it cannot be drafted; empty if it can
 * @param texts the cells as written, by column; unreadable cells are left out
 */
public record RowForm(
        int number, @Nullable QualificationForm form, List<RowFinding> findings, Map<SheetColumn, String> texts) {

    public RowForm {
        findings = List.copyOf(findings);
        texts = Map.copyOf(texts);
    }

    /** Returns the row with another reason why it cannot be drafted. */
    public RowForm with(RowFinding finding) {
        return new RowForm(
                number,
                form,
                Stream.concat(findings.stream(), Stream.of(finding)).toList(),
                texts);
    }

    /** Returns the text of a cell, cut to a length in characters (code points); empty if there is none. */
    public String text(SheetColumn column, int length) {
        String text = texts.getOrDefault(column, "");
        return text.codePointCount(0, text.length()) <= length
                ? text
                : text.substring(0, text.offsetByCodePoints(0, length));
    }

    /** Omits the contents of cells, which may be personal data. */
    @Override
    public String toString() {
        return "RowForm[" + number + "]";
    }
}
