package io.zizhi.qualification.bulk.sheet;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a row.
 *
 * @param code stable; of a cell, of the form, or of the pre-check's catalogue
 * @param pointer JSON pointer to the place in the form; empty for the row
 * @param column the column of that place, by its English header; absent where no column is it
 * @param adviceZh what to do about it; absent where the code says it all
 * @param adviceEn the same in English
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RowFinding(
        String code,
        String pointer,
        @Nullable String column,
        @Nullable String adviceZh,
        @Nullable String adviceEn) {

    /** A finding at a place of the form. */
    public static RowFinding at(String code, String pointer, @Nullable String adviceZh, @Nullable String adviceEn) {
        return new RowFinding(
                code, pointer, SheetColumn.at(pointer).map(SheetColumn::english).orElse(null), adviceZh, adviceEn);
    }
}
