package io.zizhi.qualification.bulk.sheet.reading;

import io.zizhi.qualification.bulk.sheet.column.SheetColumn;
import io.zizhi.qualification.bulk.sheet.column.SheetResult;
import io.zizhi.qualification.bulk.sheet.column.WrittenWord;
import io.zizhi.qualification.bulk.sheet.file.SheetCell;
import io.zizhi.qualification.bulk.sheet.file.SheetLimits;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A row with at least one filled-in cell.
 *
 * @param number row number as in the spreadsheet; the header is row 1
 * @param cells the cells that are not empty
 */
public record SheetRow(int number, Map<SheetColumn, SheetCell> cells) {

    /** How the name in the template's example row begins. No valid name contains brackets. */
    public static final List<String> EXAMPLE_MARKS = List.of("【示例】", "[示例]", "[example]");

    private static final int LONGEST_RESULT = 50;

    private static final Set<String> FILED =
            Set.of(WrittenWord.key(SheetResult.SUBMITTED.chinese()), WrittenWord.key(SheetResult.SUBMITTED.english()));

    public SheetRow {
        cells = Map.copyOf(cells);
    }

    /** Returns whether the row is the template's example, or was submitted according to its result. */
    boolean isSkipped() {
        String name = WrittenWord.trimmed(text(SheetColumn.NAME)).toLowerCase(Locale.ROOT);
        return EXAMPLE_MARKS.stream().anyMatch(name::startsWith)
                || (text(SheetColumn.RESULT).length() <= LONGEST_RESULT
                        && FILED.contains(WrittenWord.key(text(SheetColumn.RESULT))));
    }

    private String text(SheetColumn column) {
        return cells.getOrDefault(column, SheetCell.of("")).text();
    }

    /** Returns the readable cells of the form's fields as written. */
    public Map<SheetColumn, String> texts() {
        Map<SheetColumn, String> texts = new EnumMap<>(SheetColumn.class);
        cells.forEach((column, cell) -> {
            if (!cell.text().isEmpty()
                    && cell.text().length() <= SheetLimits.MAX_CELL
                    && SheetColumn.fields().contains(column)) {
                texts.put(column, WrittenWord.trimmed(cell.text()));
            }
        });
        return texts;
    }

    /** Returns the file names that the row uses instead of ids of documents, as many as a form accepts. */
    Stream<String> fileNames() {
        return texts().entrySet().stream()
                .flatMap(cell -> switch (cell.getKey().kind()) {
                    case DOCUMENT -> Stream.of(cell.getValue());
                    case DOCUMENTS ->
                        DocumentCell.items(cell.getValue()).stream().limit(DocumentCell.MAX_ITEMS);
                    default -> Stream.<String>empty();
                })
                .filter(text -> !DocumentCell.isId(text));
    }

    /** Omits the contents of cells, which may be personal data. */
    @Override
    public String toString() {
        return "SheetRow[" + number + "]";
    }
}
