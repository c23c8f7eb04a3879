package io.zizhi.qualification.bulk.sheet;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A problem in a row.
 *
 * @param code stable code: of a cell, of the form, or of the pre-check's catalogue
 * @param pointer JSON pointer to the field of the form; empty for the whole row
 * @param column English header of the field's column; absent if no column matches
 * @param adviceZh what to do about it, in Chinese; absent if the code is enough
 * @param adviceEn what to do about it, in English
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RowFinding(
        String code,
        String pointer,
        @Nullable String column,
        @Nullable String adviceZh,
        @Nullable String adviceEn) {

    /** Creates a finding about a field of the form. */
    public static RowFinding at(String code, String pointer, @Nullable String adviceZh, @Nullable String adviceEn) {
        return new RowFinding(
                code, pointer, SheetColumn.at(pointer).map(SheetColumn::english).orElse(null), adviceZh, adviceEn);
    }
}
