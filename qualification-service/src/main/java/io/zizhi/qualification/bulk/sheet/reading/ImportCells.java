package io.zizhi.qualification.bulk.sheet.reading;

import io.zizhi.platform.http.Parameters;
import io.zizhi.qualification.bulk.sheet.column.ImportColumn;
import io.zizhi.qualification.bulk.sheet.column.RowFinding;
import io.zizhi.qualification.bulk.sheet.column.SheetPlace;
import io.zizhi.qualification.bulk.sheet.column.SheetWords;
import io.zizhi.qualification.bulk.sheet.column.WrittenWord;
import io.zizhi.qualification.bulk.sheet.file.RawRow;
import io.zizhi.qualification.bulk.sheet.file.SheetCell;
import io.zizhi.qualification.form.Period;
import io.zizhi.qualification.model.revision.Provenance;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the account and the provenance of a row, and collects findings about cells that it cannot read. */
final class ImportCells {

    private final RawRow row;
    private final Map<ImportColumn, SheetPlace> places;
    private final List<RowFinding> findings = new ArrayList<>();

    /** @param places where the sheet has the columns */
    ImportCells(RawRow row, Map<ImportColumn, SheetPlace> places) {
        this.row = row;
        this.places = places;
    }

    Optional<String> account() {
        return text(ImportColumn.ACCOUNT);
    }

    Optional<Provenance> source() {
        Optional<String> system = text(ImportColumn.SOURCE_SYSTEM);
        Optional<String> reference = text(ImportColumn.SOURCE_REFERENCE);
        Optional<LocalDate> approvedOn = day(ImportColumn.APPROVED_ON);
        Optional<LocalDate> validUntil =
                cell(ImportColumn.VALID_UNTIL).isEmpty() ? Optional.empty() : day(ImportColumn.VALID_UNTIL);
        // A long-term approval does not end.
        Optional<LocalDate> end = validUntil.filter(day -> day.isBefore(SheetWords.LONG_TERM));
        return system.isEmpty() || reference.isEmpty() || approvedOn.isEmpty()
                ? Optional.empty()
                : Optional.of(new Provenance(system.get(), reference.get(), approvedOn.get(), end.orElse(null)));
    }

    List<RowFinding> findings() {
        return findings;
    }

    private Optional<String> text(ImportColumn column) {
        Optional<String> text = written(column);
        if (text.isPresent() && (text.get().length() > Provenance.MAX_LENGTH || !Parameters.isStorable(text.get()))) {
            find(
                    "FIELD_TOO_LONG",
                    column,
                    "最多 " + Provenance.MAX_LENGTH + " 个字符，不能含控制字符。",
                    "Enter at most " + Provenance.MAX_LENGTH + " characters, without control characters.");
            return Optional.empty();
        }
        return text;
    }

    /** Days outside the bounds of any period are rejected: the database cannot store all of them. */
    private Optional<LocalDate> day(ImportColumn column) {
        Optional<String> text = written(column);
        Optional<LocalDate> day = text.map(cell -> Normalizer.normalize(cell, Normalizer.Form.NFKC))
                .flatMap(FormCells::dayOf)
                .filter(found -> new Period(found, found).isPossible());
        if (text.isPresent() && day.isEmpty()) {
            find(
                    "DATE_INVALID",
                    column,
                    "日期请写成 2026-11-25，且须在 1900-01-01 至 2099-12-31 之间。",
                    "Write dates as 2026-11-25, between 1900-01-01 and 2099-12-31.");
        }
        return day;
    }

    private Optional<String> written(ImportColumn column) {
        Optional<SheetCell> cell = cell(column);
        if (cell.isEmpty()) {
            find("FIELD_REQUIRED", column, "此项必填，请填写。", "Fill in this cell.");
            return Optional.empty();
        }
        if (cell.get().fault() != SheetCell.Fault.NONE) {
            find(
                    "CELL_UNREADABLE",
                    column,
                    "单元格含公式、错误值或过长的数字，请设为文本格式后重新填写。",
                    "The cell contains a formula, an error or too long a number: enter it as text.");
            return Optional.empty();
        }
        return cell.map(found -> WrittenWord.trimmed(found.text()));
    }

    private Optional<SheetCell> cell(ImportColumn column) {
        return place(column)
                .filter(place -> place.index() < row.cells().size())
                .map(place -> row.cells().get(place.index()))
                .filter(cell -> !RawRow.isEmpty(cell));
    }

    private Optional<SheetPlace> place(ImportColumn column) {
        return Optional.ofNullable(places.get(column));
    }

    private void find(String code, ImportColumn column, String adviceZh, String adviceEn) {
        String header = place(column).map(SheetPlace::header).orElse(null);
        String cell = place(column).map(place -> place.cell(row.number())).orElse(null);
        findings.add(new RowFinding(code, "", column.english(), header, cell, adviceZh, adviceEn));
    }
}
