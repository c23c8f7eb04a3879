package io.zizhi.qualification.bulk.sheet.column;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zizhi.platform.http.problem.ChineseTexts;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A problem in a row.
 *
 * @param code stable code: of a cell, of the form, or of the pre-check's catalogue
 * @param pointer JSON pointer to the field of the form; empty for the whole row
 * @param column English header of the field's column; absent if no column matches
 * @param header the column's header as written in the sheet; absent if the sheet does not have the column
 * @param cell the cell as spreadsheets name it, such as {@code C5}; absent if the sheet does not have the column
 * @param adviceZh what to do about it, in Chinese
 * @param adviceEn what to do about it, in English
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RowFinding(
        String code,
        String pointer,
        @Nullable String column,
        @Nullable String header,
        @Nullable String cell,
        String adviceZh,
        String adviceEn) {

    /** Creates a finding about a field of the form. */
    public static RowFinding at(String code, String pointer, String adviceZh, String adviceEn) {
        return new RowFinding(
                code,
                pointer,
                SheetColumn.at(pointer).map(SheetColumn::english).orElse(null),
                null,
                null,
                adviceZh,
                adviceEn);
    }

    /** Returns a copy about a column that only imports have. */
    public RowFinding about(ImportColumn importColumn) {
        return new RowFinding(code, pointer, importColumn.english(), null, null, adviceZh, adviceEn);
    }

    /** Creates a finding from the text of a problem. A text without a translation gets a general Chinese sentence. */
    public static RowFinding of(String code, String pointer, String adviceEn) {
        String adviceZh =
                ChineseTexts.bundled().find(adviceEn).orElseGet(() -> "该行未通过检查（" + code + "），请按英文说明修改或联系平台运营人员。");
        return at(code, pointer, adviceZh, adviceEn);
    }

    /** Returns a copy that names the cell of a row. */
    public RowFinding in(SheetHeaders headers, int row) {
        return place(headers)
                .map(place ->
                        new RowFinding(code, pointer, column, place.header(), place.cell(row), adviceZh, adviceEn))
                .orElse(this);
    }

    private Optional<SheetPlace> place(SheetHeaders headers) {
        return SheetColumn.at(pointer)
                .flatMap(headers::placeOf)
                .or(() -> ImportColumn.named(column).flatMap(headers::placeOf));
    }

    /** Returns whether the finding is about the same field as another, or about a field within it. */
    public boolean isWithin(RowFinding other) {
        return pointer.equals(other.pointer) || pointer.startsWith(other.pointer + "/");
    }
}
