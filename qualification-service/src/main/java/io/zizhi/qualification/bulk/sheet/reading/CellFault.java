package io.zizhi.qualification.bulk.sheet.reading;

import io.zizhi.qualification.bulk.sheet.column.RowFinding;
import io.zizhi.qualification.bulk.sheet.column.SheetColumn;
import io.zizhi.qualification.bulk.sheet.file.SheetCell;
import io.zizhi.qualification.bulk.sheet.file.SheetLimits;
import java.util.Optional;

/** Turns the fault of a cell into a finding. */
final class CellFault {

    private CellFault() {}

    /** Returns why the cell cannot be used; empty if it can. */
    static Optional<RowFinding> of(SheetColumn column, SheetCell cell) {
        return switch (cell.fault()) {
            case NONE ->
                cell.text().length() <= SheetLimits.MAX_CELL
                        ? Optional.empty()
                        : finding(
                                "FIELD_TOO_LONG",
                                column,
                                "内容过长，最多 " + SheetLimits.MAX_CELL + " 个字符。",
                                "The text is too long: at most " + SheetLimits.MAX_CELL + " characters.");
            case FORMULA ->
                finding(
                        "CELL_IS_FORMULA",
                        column,
                        "单元格含公式，系统不会计算公式，请粘贴为数值。",
                        "The cell contains a formula, which is not evaluated: replace it with its value.");
            case NUMBER_NOT_EXACT ->
                finding(
                        "CELL_NUMBER_NOT_EXACT",
                        column,
                        "数字超过 15 位会丢失精度，请将单元格设为文本格式后重新填写。",
                        "Spreadsheets keep only 15 digits of a number: format the cell as text and enter it again.");
            case ERROR ->
                finding("CELL_IS_ERROR", column, "单元格为错误值，请改正。", "The cell contains an error value: correct it.");
        };
    }

    private static Optional<RowFinding> finding(String code, SheetColumn column, String adviceZh, String adviceEn) {
        return Optional.of(RowFinding.at(code, column.pointer(), adviceZh, adviceEn));
    }
}
