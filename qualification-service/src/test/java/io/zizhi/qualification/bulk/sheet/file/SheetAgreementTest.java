package io.zizhi.qualification.bulk.sheet.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;

/** Reads random sheets from fixed seeds with this service and with another parser. A failure prints its seed. */
class SheetAgreementTest {

    private static final int CASES = 2000;

    private static final String CSV_CHARACTERS = ",,,,\"\"\n\r a\uFEFF;星\t\0";

    /** The inspection must find the same fields as the parser behind it; otherwise its limits are ineffective. */
    @Test
    void counts_columns_like_the_parser() {
        for (int seed = 0; seed < CASES; seed++) {
            String text = csv(new SplittableRandom(seed));
            Optional<Integer> columns = CsvColumns.most(text);
            Optional<String> refusal = SheetOutcome.refusalOf(SheetFormat.CSV, text.getBytes(StandardCharsets.UTF_8));
            if (columns.isPresent()) {
                assertThat(refusal.filter("SHEET_TOO_MANY_COLUMNS"::equals).isPresent())
                        .as("seed %d: %s", seed, text)
                        .isEqualTo(columns.get() > SheetLimits.MAX_COLUMNS);
            }
        }
    }

    @Test
    void reads_workbooks_like_another_reader() throws IOException {
        for (int seed = 0; seed < CASES / 20; seed++) {
            byte[] workbook = written(new SplittableRandom(seed));
            List<RawRow> rows = XlsxSheet.read(workbook, Deadline.ofSheet());
            assertThat(rows).as("seed %d", seed).isEqualTo(readByLibrary(workbook));
        }
    }

    private static String csv(SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(600); length > 0; length--) {
            // Quotation marks are rare, because otherwise nearly every text would be malformed.
            text.append(
                    random.nextInt(40) == 0
                            ? CSV_CHARACTERS.charAt(random.nextInt(CSV_CHARACTERS.length()))
                            : random.nextInt(9) == 0 ? 'a' : ',');
        }
        return text.toString();
    }

    private static byte[] written(SplittableRandom random) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(file, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("a");
            for (int cells = random.nextInt(60); cells > 0; cells--) {
                int row = random.nextInt(20);
                int column = random.nextInt(SheetLimits.MAX_COLUMNS);
                switch (random.nextInt(4)) {
                    case 0 -> sheet.value(row, column, random.nextLong(1_000_000_000_000_000L));
                    case 1 -> sheet.value(row, column, random.nextInt(1_000_000) / 100.0);
                    case 2 -> sheet.inlineString(row, column, "星<&>\"河" + random.nextInt(5));
                    default -> sheet.value(row, column, " 文 " + random.nextInt(5));
                }
            }
        }
        return file.toByteArray();
    }

    private static List<RawRow> readByLibrary(byte[] workbook) throws IOException {
        List<RawRow> rows = new ArrayList<>();
        try (ReadableWorkbook reader = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
            for (Row row : reader.getFirstSheet().read()) {
                List<SheetCell> cells = new ArrayList<>();
                for (int column = 0; column < row.getCellCount(); column++) {
                    cells.add(SheetCell.of(row.getOptionalCell(column)
                            .map(cell -> cell.getType() == CellType.NUMBER
                                    ? cell.asNumber().stripTrailingZeros().toPlainString()
                                    : cell.getText())
                            .orElse("")));
                }
                rows.add(new RawRow(row.getRowNum(), cells));
            }
        }
        return rows;
    }
}
