package io.zizhi.qualification.bulk.importing.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zizhi.qualification.bulk.sheet.column.RowFinding;
import io.zizhi.qualification.bulk.sheet.column.SheetHeaders;
import org.jspecify.annotations.Nullable;

/**
 * A finding about a row of an import.
 *
 * @param level whether it prevents the import
 * @param code stable code: of a cell, of the import, or of the pre-check's catalogue
 * @param pointer JSON pointer to the field of the form; empty for the whole row and the columns of the import
 * @param column English header of the column; absent if no column matches
 * @param header the column's header as written in the sheet; absent if the sheet does not have the column
 * @param cell the cell as spreadsheets name it, such as {@code C5}; absent if the sheet does not have the column
 * @param adviceZh what to do about it, in Chinese
 * @param adviceEn what to do about it, in English
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImportFinding(
        Level level,
        String code,
        String pointer,
        @Nullable String column,
        @Nullable String header,
        @Nullable String cell,
        String adviceZh,
        String adviceEn) {

    /** Whether a finding prevents the import of its row. */
    public enum Level {
        /** The row is not imported. */
        ERROR,

        /** The row is imported as it is. */
        WARNING
    }

    public static ImportFinding error(RowFinding finding) {
        return of(Level.ERROR, finding);
    }

    public static ImportFinding warning(RowFinding finding) {
        return of(Level.WARNING, finding);
    }

    private static ImportFinding of(Level level, RowFinding finding) {
        return new ImportFinding(
                level,
                finding.code(),
                finding.pointer(),
                finding.column(),
                finding.header(),
                finding.cell(),
                finding.adviceZh(),
                finding.adviceEn());
    }

    /** Returns a copy that names the cell of a row. */
    public ImportFinding in(SheetHeaders headers, int row) {
        return of(level, new RowFinding(code, pointer, column, header, cell, adviceZh, adviceEn).in(headers, row));
    }

    /** Returns whether both are about the same field for the same reason. */
    public boolean isSame(ImportFinding other) {
        return code.equals(other.code) && pointer.equals(other.pointer);
    }
}
