package io.zizhi.qualification.bulk.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.platform.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;

/**
 * Random sheets from fixed seeds. A failure names its seed. More cases run with {@code -Dfuzz.cases=1000000}.
 */
class SheetFuzzTest {

    private static final int CASES = Integer.getInteger("fuzz.cases", 2000);

    private static final Set<String> REFUSALS = Set.of(
            "XLSX_MALFORMED",
            "CSV_MALFORMED",
            "CSV_ENCODING_UNKNOWN",
            "SHEET_TOO_LARGE",
            "SHEET_TOO_MANY_ROWS",
            "SHEET_TOO_MANY_COLUMNS");

    private static final List<String> MARKUP = List.of(
            "<row>",
            "</row>",
            "<row r='2'>",
            "<row r='99999999999'>",
            "<c>",
            "</c>",
            "<c r='ZZZZ1'>",
            "<c t='s'>",
            "<c t='inlineStr'>",
            "<c t='b'>",
            "<c t='e'>",
            "<c t='str'>",
            "<v>",
            "</v>",
            "<is>",
            "</is>",
            "<t>",
            "</t>",
            "<f>",
            "</f>",
            "<si>",
            "</si>",
            "<rPh>",
            "</rPh>",
            "1",
            "-1",
            "1E999",
            "''",
            "'",
            "\"",
            "<",
            ">",
            "&",
            "&amp;",
            "&#0;",
            "&#x10FFFF;",
            "<![CDATA[",
            "<!--",
            "<?",
            "\uFEFF",
            "xmlns='a'",
            "r:id='",
            "../",
            "%",
            "\0");

    private static final String CSV_CHARACTERS = ",,,,\"\"\n\r a\uFEFF;星\t\0";

    @Test
    void a_mutated_workbook_is_read_or_refused() {
        for (int seed = 0; seed < CASES; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            byte[] workbook = mutated(random);
            assertReadOrRefused(SheetFormat.XLSX, workbook, seed);
        }
    }

    @Test
    void a_random_csv_is_read_or_refused() {
        for (int seed = 0; seed < CASES; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            byte[] text = new byte[random.nextInt(400)];
            random.nextBytes(text);
            assertReadOrRefused(SheetFormat.CSV, text, seed);
        }
    }

    /** The inspection must find the same fields as the parser behind it, or its bound bounds something else. */
    @Test
    void columns_are_counted_as_the_parser_counts_them() {
        for (int seed = 0; seed < CASES; seed++) {
            String text = csv(new SplittableRandom(seed));
            Optional<Integer> columns = columnsOf(text);
            Optional<String> refusal = refusalOf(SheetFormat.CSV, text.getBytes(StandardCharsets.UTF_8));
            if (columns.isPresent()) {
                assertThat(refusal.filter("SHEET_TOO_MANY_COLUMNS"::equals).isPresent())
                        .as("seed %d: %s", seed, text)
                        .isEqualTo(columns.get() > SheetLimits.MAX_COLUMNS);
            }
        }
    }

    @Test
    void workbooks_say_what_another_reader_finds_in_them() throws IOException {
        for (int seed = 0; seed < CASES / 20; seed++) {
            byte[] workbook = written(new SplittableRandom(seed));
            List<RawRow> rows = XlsxSheet.read(workbook, Deadline.ofSheet());
            assertThat(rows).as("seed %d", seed).isEqualTo(readByLibrary(workbook));
        }
    }

    private static void assertReadOrRefused(SheetFormat format, byte[] sheet, int seed) {
        try {
            assertThat(refusalOf(format, sheet).map(REFUSALS::contains).orElse(true))
                    .as("seed %d", seed)
                    .isTrue();
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError failure) {
            throw new AssertionError("seed " + seed, failure);
        }
    }

    private static Optional<String> refusalOf(SheetFormat format, byte[] sheet) {
        try {
            List<RawRow> rows = format == SheetFormat.CSV
                    ? CsvSheet.read(sheet, Deadline.ofSheet())
                    : XlsxSheet.read(sheet, Deadline.ofSheet());
            assertThat(rows).hasSizeLessThanOrEqualTo(SheetLimits.MAX_ROWS + 1);
            assertThat(rows).allMatch(row -> row.cells().size() <= SheetLimits.MAX_COLUMNS);
            return Optional.empty();
        } catch (ProblemException refusal) {
            return Optional.of(refusal.code());
        }
    }

    /** A few edits of its parts; of one in four the bytes of the archive are changed instead. */
    private static byte[] mutated(SplittableRandom random) {
        Map<String, String> parts = Workbooks.parts(
                "<row r='1'>" + Workbooks.cell("A1", "name")
                        + "</row><row><c t='s'><v>0</v></c><c><f>1</f><v>2</v></c></row>",
                "<si><t>a</t></si>");
        List<String> names = List.copyOf(parts.keySet());
        if (random.nextInt(4) > 0) {
            for (int edits = random.nextInt(4); edits >= 0; edits--) {
                parts.computeIfPresent(names.get(random.nextInt(names.size())), (name, text) -> edited(text, random));
            }
            return Workbooks.zip(parts);
        }
        byte[] archive = Workbooks.zip(parts);
        for (int edits = random.nextInt(4); edits >= 0; edits--) {
            archive[random.nextInt(archive.length)] = (byte) random.nextInt(256);
        }
        return archive;
    }

    private static String edited(String text, SplittableRandom random) {
        int from = random.nextInt(text.length() + 1);
        int to = Math.min(text.length(), from + random.nextInt(8));
        String inserted = MARKUP.get(random.nextInt(MARKUP.size())).repeat(random.nextInt(3) == 0 ? 200 : 1);
        return text.substring(0, from) + inserted + text.substring(to);
    }

    private static String csv(SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(600); length > 0; length--) {
            // A quotation mark is rare, or nearly every text is malformed.
            text.append(
                    random.nextInt(40) == 0
                            ? CSV_CHARACTERS.charAt(random.nextInt(CSV_CHARACTERS.length()))
                            : random.nextInt(9) == 0 ? 'a' : ',');
        }
        return text.toString();
    }

    /** The most columns of a row; nothing where the text is no CSV. */
    private static Optional<Integer> columnsOf(String text) {
        String unmarked = text.startsWith("\uFEFF") ? text.substring(1) : text;
        int most = 0;
        try (CSVParser parser = CSVParser.parse(new StringReader(unmarked), CSVFormat.RFC4180)) {
            for (CSVRecord line : parser) {
                most = Math.max(most, line.size());
            }
            return Optional.of(most);
        } catch (IOException | UncheckedIOException malformed) {
            return Optional.empty();
        }
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
