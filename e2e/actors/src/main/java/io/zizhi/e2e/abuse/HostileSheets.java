package io.zizhi.e2e.abuse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Small sheets that need much memory in a naive reader. */
final class HostileSheets {

    private static final String PROLOGUE = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    private static final String MAIN = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    private static final String RELATIONS = "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private HostileSheets() {}

    /** One cell in a column far to the right. A reader that allocates all columns runs out of memory. */
    static byte[] farCell(String column) {
        return xlsx("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>a</t></is></c><c r=\"" + column
                + "1\"><v>1</v></c></row>");
    }

    /** As many rows as fit into 96 kB compressed, each with a cell in Excel's last column. */
    static byte[] endlessRows() {
        return xlsx("<row><c r=\"XFD1\"/></row>".repeat(928_738));
    }

    /** A shared text of many megabytes, to which every cell refers. */
    static byte[] sharedText() {
        Map<String, String> parts = parts("<row r=\"1\">" + "<c t=\"s\"><v>0</v></c>".repeat(90) + "</row>");
        parts.put(
                "xl/sharedStrings.xml",
                PROLOGUE + "<sst " + MAIN + " count=\"1\" uniqueCount=\"2147483647\"><si><t>" + "x".repeat(40_000_000)
                        + "</t></si></sst>");
        return zip(parts);
    }

    /** Two megabytes of columns without names. */
    static byte[] commas() {
        return ",".repeat(2_000_000).getBytes(StandardCharsets.UTF_8);
    }

    /** Two megabytes of rows without values. */
    static byte[] emptyLines() {
        return ("name\n" + ",\n".repeat(900_000)).getBytes(StandardCharsets.UTF_8);
    }

    /** A quotation mark that is never closed. */
    static byte[] openQuote() {
        return ("name\n\"" + "\"\"".repeat(1_000_000)).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] xlsx(String rows) {
        return zip(parts(rows));
    }

    private static Map<String, String> parts(String rows) {
        Map<String, String> parts = new TreeMap<>();
        parts.put(
                "[Content_Types].xml",
                PROLOGUE + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                        + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/"
                        + "vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>");
        parts.put(
                "_rels/.rels",
                PROLOGUE + "<Relationships " + RELATIONS + "><Relationship Id=\"rId1\" Type=\"" + OFFICE
                        + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        parts.put(
                "xl/workbook.xml",
                PROLOGUE + "<workbook " + MAIN + " xmlns:r=\"" + OFFICE
                        + "\"><sheets><sheet name=\"s\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
        parts.put(
                "xl/_rels/workbook.xml.rels",
                PROLOGUE + "<Relationships " + RELATIONS + "><Relationship Id=\"rId1\" Type=\"" + OFFICE
                        + "/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\"" + OFFICE
                        + "/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>");
        parts.put(
                "xl/worksheets/sheet1.xml",
                PROLOGUE + "<worksheet " + MAIN + "><sheetData>" + rows + "</sheetData></worksheet>");
        return parts;
    }

    private static byte[] zip(Map<String, String> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
