package io.zizhi.qualification.bulk.sheet.reading;

import io.zizhi.qualification.bulk.sheet.column.RowFinding;
import io.zizhi.qualification.bulk.sheet.column.SheetColumn;
import io.zizhi.qualification.bulk.sheet.file.SheetCell;
import io.zizhi.qualification.bulk.sheet.file.SheetLimits;
import java.util.Optional;
import java.util.regex.Pattern;

/** Turns the fault of a cell into a finding. */
final class CellFault {

    private static final Pattern SCIENTIFIC = Pattern.compile("[0-9](\\.[0-9]{1,20})?[eE]\\+[0-9]{1,2}");

    private CellFault() {}

    /** Returns why the cell cannot be used; empty if it can. */
    static Optional<RowFinding> of(SheetColumn column, SheetCell cell) {
        return switch (cell.fault()) {
            case NONE -> {
                if (cell.text().length() > SheetLimits.MAX_CELL) {
                    yield finding(
                            "FIELD_TOO_LONG",
                            column,
                            "内容过长，最多 " + SheetLimits.MAX_CELL + " 个字符。",
                            "The text is too long: at most " + SheetLimits.MAX_CELL + " characters.");
                }
                yield column.kind() == SheetColumn.Kind.CODE && isScientific(cell.text())
                        ? notExact(column)
                        : Optional.empty();
            }
            case FORMULA ->
                finding(
                        "CELL_IS_FORMULA",
                        column,
                        "单元格含公式，系统不会计算公式，请粘贴为数值。",
                        "The cell contains a formula, which is not evaluated: replace it with its value.");
            case NUMBER_NOT_EXACT -> notExact(column);
            case ERROR ->
                finding("CELL_IS_ERROR", column, "单元格为错误值，请改正。", "The cell contains an error value: correct it.");
        };
    }

    /** Spreadsheets write long numbers like this into a CSV. */
    private static boolean isScientific(String text) {
        return SCIENTIFIC.matcher(text.strip()).matches();
    }

    private static Optional<RowFinding> notExact(SheetColumn column) {
        return finding(
                "CELL_NUMBER_NOT_EXACT",
                column,
                "表格软件只保留数字的前 15 位，并可能将长数字改写为 3.3E+17 这样的形式。请将单元格设为文本格式后重新填写。",
                "Spreadsheets keep only 15 digits of a number and may rewrite long numbers like 3.3E+17: format the cell"
                        + " as text and enter the number again.");
    }

    private static Optional<RowFinding> finding(String code, SheetColumn column, String adviceZh, String adviceEn) {
        return Optional.of(RowFinding.at(code, column.pointer(), adviceZh, adviceEn));
    }
}
