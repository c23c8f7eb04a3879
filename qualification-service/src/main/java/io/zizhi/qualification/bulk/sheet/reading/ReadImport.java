package io.zizhi.qualification.bulk.sheet.reading;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.runtime.blocking.Blocking;
import io.zizhi.qualification.bulk.sheet.ImportSheet;
import io.zizhi.qualification.bulk.sheet.column.ImportColumn;
import io.zizhi.qualification.bulk.sheet.column.RowFinding;
import io.zizhi.qualification.bulk.sheet.column.SheetHeaders;
import io.zizhi.qualification.bulk.sheet.column.SheetPlace;
import io.zizhi.qualification.bulk.sheet.column.WrittenWord;
import io.zizhi.qualification.bulk.sheet.file.Deadline;
import io.zizhi.qualification.bulk.sheet.file.RawRow;
import io.zizhi.qualification.bulk.sheet.file.SheetCell;
import io.zizhi.qualification.bulk.sheet.file.SheetFormat;
import io.zizhi.qualification.bulk.sheet.file.SheetLimits;
import io.zizhi.qualification.bulk.sheet.file.SheetSize;
import io.zizhi.qualification.form.FormPart;
import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.model.revision.Provenance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads the sheet of an import: the columns of a bulk filing, and those that name the account and the approval by the
 * other system.
 */
@ApplicationScoped
public class ReadImport {

    /** Stands for the notice of a bulk filing. The consent to it is left out of the forms: nobody gave one. */
    private static final String NO_NOTICE = "import";

    private final Blocking blocking;
    private final FillInRow fillIn;

    ReadImport(Blocking blocking, FillInRow fillIn) {
        this.blocking = blocking;
        this.fillIn = fillIn;
    }

    /**
     * Reads a sheet. Rejects a file with an invalid format, unknown or missing headers, no rows, or a limit exceeded.
     *
     * @param operator the operator, whose share of worker threads is used
     */
    public Uni<ImportSheet> handle(String operator, SheetFormat format, byte[] sheet) {
        return blocking.call(operator, () -> read(format, sheet, Deadline.of(SheetSize.IMPORT), fillIn));
    }

    /** Returns the problem for a file larger than {@link SheetSize#IMPORT} allows. */
    public static RuntimeException tooLarge() {
        return SheetLimits.tooLarge(SheetSize.IMPORT);
    }

    static ImportSheet read(SheetFormat format, byte[] bytes, Deadline deadline, FillInRow fillIn) {
        List<RawRow> rows = ReadSheet.rows(format, bytes, deadline);
        Map<ImportColumn, SheetPlace> places = rows.isEmpty() ? Map.of() : places(rows.getFirst());
        Set<Integer> indexes = places.values().stream().map(SheetPlace::index).collect(Collectors.toSet());
        Sheet sheet =
                ReadSheet.sheet(rows.stream().map(row -> without(row, indexes)).toList(), deadline);
        Map<Integer, RawRow> byNumber = rows.stream().collect(Collectors.toMap(RawRow::number, Function.identity()));
        List<ImportLine> lines = new ArrayList<>();
        for (SheetRow row : sheet.rows()) {
            deadline.check();
            RowForm form = fillIn.handle(row, sheet.headers(), DocumentNames.NONE, NO_NOTICE);
            lines.add(line(
                    form,
                    sheet.headers(),
                    new ImportCells(Objects.requireNonNull(byNumber.get(row.number())), places)));
        }
        return new ImportSheet(SheetHeaders.ofImport(rows.getFirst()), lines, sheet.skipped());
    }

    private static ImportLine line(RowForm row, SheetHeaders headers, ImportCells cells) {
        Optional<String> account = cells.account();
        Optional<Provenance> source = cells.source();
        List<RowFinding> findings = new ArrayList<>(cells.findings());
        row.findings().forEach(finding -> findings.add(withoutNames(finding).in(headers, row.number())));
        QualificationForm form = row.form();
        return new ImportLine(
                row.number(),
                account.orElse(null),
                source.orElse(null),
                form == null ? null : form.copied(form.name(), EnumSet.allOf(FormPart.class)),
                findings);
    }

    /** File names are not looked up, because the rows may belong to thousands of accounts. */
    private static RowFinding withoutNames(RowFinding finding) {
        return finding.code().equals(FormCells.NAME_UNKNOWN)
                ? RowFinding.at(
                        "DOCUMENT_ID_INVALID",
                        finding.pointer(),
                        "导入时不能使用文件名，请填写该账号已上传文件的 ID，或清空此单元格。",
                        "An import accepts no file names: enter the id of the account's document, or clear the cell.")
                : finding;
    }

    /** Fails with 400 if a column is missing or occurs twice. */
    private static Map<ImportColumn, SheetPlace> places(RawRow header) {
        Map<ImportColumn, SheetPlace> places = new EnumMap<>(ImportColumn.class);
        for (int index = 0; index < header.cells().size(); index++) {
            SheetPlace place =
                    new SheetPlace(WrittenWord.trimmed(header.cells().get(index).text()), index);
            ImportColumn.headed(place.header()).ifPresent(column -> {
                if (places.putIfAbsent(column, place) != null) {
                    throw Problems.badRequest(
                            "SHEET_HEADER_TWICE",
                            "",
                            "Two columns have the header " + column.english() + ". Delete one of them.");
                }
            });
        }
        for (ImportColumn column : ImportColumn.values()) {
            if (column != ImportColumn.VALID_UNTIL && !places.containsKey(column)) {
                throw Problems.badRequest(
                        "SHEET_HEADER_MISSING", "", "The sheet has no column " + column.english() + ". Add it.");
            }
        }
        return places;
    }

    /** Empties cells, so that the other columns keep their places. */
    private static RawRow without(RawRow row, Collection<Integer> indexes) {
        List<SheetCell> cells = new ArrayList<>(row.cells());
        indexes.stream().filter(index -> index < cells.size()).forEach(index -> cells.set(index, SheetCell.of("")));
        return new RawRow(row.number(), cells);
    }
}
