package io.zizhi.qualification.bulk.sheet.reading;

import static io.zizhi.qualification.bulk.sheet.file.Workbooks.cell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zizhi.platform.http.problem.ProblemException;
import io.zizhi.qualification.bulk.sheet.column.SheetColumn;
import io.zizhi.qualification.bulk.sheet.file.Deadline;
import io.zizhi.qualification.bulk.sheet.file.SheetCell;
import io.zizhi.qualification.bulk.sheet.file.SheetFormat;
import io.zizhi.qualification.bulk.sheet.file.SheetLimits;
import io.zizhi.qualification.bulk.sheet.file.Workbooks;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Sheets that try to exhaust memory or time. Each is rejected with a specific code before it costs much. */
class HostileSheetTest {

    /** Total bytes that may be allocated until the rejection; fewer are live at once. */
    private static final long AFFORDABLE = 64L * 1024 * 1024;

    private static final int MILLION = 1_000_000;
    private static final String HEADER = "<row r='1'>" + cell("A1", "name") + "</row>";

    @ParameterizedTest
    @MethodSource({"workbooks", "texts"})
    void rejects_hostile_sheet_cheaply(byte[] sheet, SheetFormat format, String code) {
        assertThat(sheet).hasSizeLessThanOrEqualTo(SheetLimits.MAX_BYTES);
        long before = allocated();

        assertThatThrownBy(() -> ReadSheet.read(format, sheet, Deadline.ofSheet()))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));

        assertThat(allocated() - before).isLessThan(AFFORDABLE);
    }

    static Stream<Arguments> workbooks() {
        return Stream.of(
                workbook("a cell far to the right", "SHEET_TOO_MANY_COLUMNS", HEADER + row("2", cell("ZZZZZZ2", "a"))),
                workbook("a cell beyond 32 bits", "SHEET_TOO_MANY_COLUMNS", HEADER + row("2", cell("FXSHRXV2", "a"))),
                workbook(
                        "many rows with a cell in the last column of Excel",
                        "SHEET_TOO_MANY_COLUMNS",
                        "<row><c r='XFD1'/></row>".repeat(928_738)),
                workbook(
                        "cells without a reference",
                        "SHEET_TOO_MANY_COLUMNS",
                        HEADER + row("2", "<c><v>1</v></c>".repeat(101))),
                workbook("a row beyond the last row", "SHEET_TOO_MANY_ROWS", HEADER + row("1048577", cell("A1", "a"))),
                workbook("many empty rows", "SHEET_TOO_MANY_ROWS", "<row/>".repeat(MILLION)),
                workbook("rows out of order", "XLSX_MALFORMED", HEADER + row("3", "") + row("2", "")),
                workbook("a duplicate row", "XLSX_MALFORMED", HEADER + row("1", "")),
                workbook("a duplicate cell", "XLSX_MALFORMED", row("1", cell("B1", "a") + cell("B1", "b"))),
                workbook("a cell without a column", "XLSX_MALFORMED", row("1", cell("12", "a"))),
                workbook("text too long for a cell", "SHEET_TOO_LARGE", row("1", cell("A1", "a".repeat(MILLION)))),
                workbook("an overlong attribute", "SHEET_TOO_LARGE", "<row x='" + "a".repeat(MILLION) + "'/>"),
                workbook("a tag with too many attributes", "XLSX_MALFORMED", "<row " + attributes(100_000) + "/>"),
                workbook("deeply nested elements", "XLSX_MALFORMED", "<a>".repeat(MILLION)),
                workbook("more text than a sheet may have", "SHEET_TOO_LARGE", textIn(1000, 3000)),
                workbook("an index beyond the shared texts", "XLSX_MALFORMED", row("1", "<c t='s'><v>7</v></c>")),
                workbook("a negative index of a shared text", "XLSX_MALFORMED", row("1", "<c t='s'><v>-1</v></c>")),
                workbook("a comment", "XLSX_MALFORMED", "<!-- " + "<".repeat(MILLION) + " -->"),
                workbook("a processing instruction", "XLSX_MALFORMED", "<?a " + "<".repeat(MILLION) + "?>"),
                workbook("an unknown entity", "XLSX_MALFORMED", row("1", cell("A1", "&unknown;"))),
                Arguments.of(
                        Named.of("more shared texts than cells", Workbooks.of(HEADER, "<si/>".repeat(MILLION))),
                        SheetFormat.XLSX,
                        "SHEET_TOO_LARGE"),
                changed(
                        "a declaration of entities",
                        "XLSX_MALFORMED",
                        Map.of(
                                "xl/worksheets/sheet1.xml",
                                "<!DOCTYPE a [<!ENTITY b 'bbbbbbbb'><!ENTITY c '&b;&b;&b;&b;'>]><worksheet>&c;</worksheet>")),
                changed(
                        "an instruction at the start",
                        "XLSX_MALFORMED",
                        Map.of("xl/worksheets/sheet1.xml", "<?a >" + "<".repeat(MILLION) + "?><worksheet/>")),
                changed("a duplicate part", "XLSX_MALFORMED", Map.of("XL/WORKBOOK.XML", "<workbook/>")),
                changed(
                        "a missing sheet",
                        "XLSX_MALFORMED",
                        Map.of("xl/workbook.xml", "<workbook><sheets><sheet id='r9'/></sheets></workbook>")),
                changed(
                        "too many parts",
                        "SHEET_TOO_LARGE",
                        IntStream.range(0, 1000)
                                .boxed()
                                .collect(Collectors.toMap(number -> "x/" + number, number -> ""))),
                changed(
                        "too many relations",
                        "SHEET_TOO_LARGE",
                        Map.of(
                                "_rels/.rels",
                                "<Relationships>" + "<Relationship/>".repeat(MILLION) + "</Relationships>")),
                changed(
                        "an archive that unpacks to too much",
                        "SHEET_TOO_LARGE",
                        Map.of("xl/media/a", "a".repeat(34 * MILLION))));
    }

    static Stream<Arguments> texts() {
        String half = "x".repeat(MILLION);
        return Stream.of(
                text("nothing but commas", "SHEET_TOO_MANY_COLUMNS", ",".repeat(2 * MILLION)),
                text("a hundred and one columns", "SHEET_TOO_MANY_COLUMNS", "name\n" + ",".repeat(100)),
                text("commas after quoted fields", "SHEET_TOO_MANY_COLUMNS", "name\n" + "\"a\"\"\",".repeat(300_000)),
                text("nothing but line breaks", "SHEET_TOO_MANY_ROWS", "\r\n".repeat(MILLION)),
                text("an unclosed quotation mark", "CSV_MALFORMED", "name\n\"" + half),
                text("commas after an unclosed quotation mark", "CSV_MALFORMED", "name\n\"" + ",".repeat(MILLION)),
                text("an unterminated field", "SHEET_TOO_LARGE", "name\n" + half));
    }

    @Test
    void reads_largest_allowed_sheet() {
        String header = Stream.of(SheetColumn.values())
                .map(column -> "<c t='inlineStr'><is><t>" + column.english() + "</t></is></c>")
                .collect(Collectors.joining());
        int known = SheetColumn.values().length;
        String cells = "<c><v>12345</v></c>".repeat(known) + "<c s='1'/>".repeat(SheetLimits.MAX_COLUMNS - known);
        String rows = row("1", header) + ("<row>" + cells + "</row>").repeat(SheetLimits.MAX_ROWS);

        List<SheetRow> read = ReadSheet.read(SheetFormat.XLSX, Workbooks.of(rows), Deadline.ofSheet())
                .rows();

        assertThat(read).hasSize(SheetLimits.MAX_ROWS);
        assertThat(read.getLast().number()).isEqualTo(SheetLimits.MAX_ROWS + 1);
        assertThat(read.getLast().cells()).hasSize(SheetColumn.values().length);
    }

    @Test
    void reports_number_of_a_billion_digits_as_cell_error() {
        String row = row("2", "<c r='A2'><v>1E999999999</v></c><c r='B2'><v>1E20</v></c>");

        SheetRow read = ReadSheet.read(
                        SheetFormat.XLSX,
                        Workbooks.of("<row>" + cell("A1", "name") + cell("B1", "remark") + "</row>" + row),
                        Deadline.ofSheet())
                .rows()
                .getFirst();

        assertThat(read.cells())
                .isEqualTo(Map.of(
                        SheetColumn.NAME, SheetCell.faulty(SheetCell.Fault.ERROR),
                        SheetColumn.REMARK, SheetCell.notExact("1E+20")));
    }

    @Test
    void reads_shared_and_rich_texts_without_phonetic_guide() {
        byte[] sheet = Workbooks.of(
                "<row><c t='s'><v>0</v></c></row><row><c t='s'><v>1</v></c></row>",
                "<si><t>name</t></si><si><r><t>星</t></r><r><rPr><b/></rPr><t>河&amp;1</t></r><rPh><t>xinghe</t></rPh></si>");

        assertThat(ReadSheet.read(SheetFormat.XLSX, sheet, Deadline.ofSheet()).rows())
                .containsExactly(new SheetRow(2, Map.of(SheetColumn.NAME, SheetCell.of("星河&1"))));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void reading_stops_at_the_deadline(SheetFormat format, byte[] sheet) {
        AtomicLong now = new AtomicLong();
        Deadline deadline = new Deadline(Duration.ofNanos(1), now::getAndIncrement);

        assertThatThrownBy(() -> ReadSheet.read(format, sheet, deadline))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("SHEET_TOO_SLOW"));
    }

    static Stream<Arguments> formats() {
        return Stream.of(
                Arguments.of(SheetFormat.CSV, "name\na\n".getBytes(StandardCharsets.UTF_8)),
                Arguments.of(SheetFormat.XLSX, Workbooks.of(HEADER)));
    }

    private static Arguments workbook(String what, String code, String sheetData) {
        return Arguments.of(Named.of(what, Workbooks.of(sheetData)), SheetFormat.XLSX, code);
    }

    private static Arguments changed(String what, String code, Map<String, String> parts) {
        Map<String, String> all = Workbooks.parts(HEADER, "");
        all.putAll(parts);
        return Arguments.of(Named.of(what, Workbooks.zip(all)), SheetFormat.XLSX, code);
    }

    private static Arguments text(String what, String code, String text) {
        return Arguments.of(Named.of(what, text.getBytes(StandardCharsets.UTF_8)), SheetFormat.CSV, code);
    }

    private static String row(String number, String cells) {
        return "<row r='" + number + "'>" + cells + "</row>";
    }

    private static String attributes(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> "x" + number + "='>'")
                .collect(Collectors.joining(" "));
    }

    private static String textIn(int rows, int length) {
        String text = "a".repeat(length);
        return IntStream.rangeClosed(1, rows)
                .mapToObj(number -> row(String.valueOf(number), cell("A" + number, text)))
                .collect(Collectors.joining());
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
                .getThreadAllocatedBytes(Thread.currentThread().threadId());
    }
}
