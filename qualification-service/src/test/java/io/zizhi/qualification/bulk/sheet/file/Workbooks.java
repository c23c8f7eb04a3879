package io.zizhi.qualification.bulk.sheet.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes XLSX files part by part, including invalid ones. */
public final class Workbooks {

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private Workbooks() {}

    /** Returns a workbook with one sheet. */
    public static byte[] of(String sheetData, String sharedStrings) {
        return zip(parts(sheetData, sharedStrings));
    }

    public static byte[] of(String sheetData) {
        return of(sheetData, "");
    }

    /** Returns the parts of such a workbook, to be modified. */
    public static Map<String, String> parts(String sheetData, String sharedStrings) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                "[Content_Types].xml",
                "<Types xmlns='" + PACKAGE + "content-types'>"
                        + type("/xl/workbook.xml", "sheet.main") + type("/xl/worksheets/sheet1.xml", "worksheet")
                        + type("/xl/sharedStrings.xml", "sharedStrings") + "</Types>");
        parts.put(
                "_rels/.rels",
                "<Relationships xmlns='" + PACKAGE + "relationships'>"
                        + relation("r1", "officeDocument", "xl/workbook.xml") + "</Relationships>");
        parts.put(
                "xl/workbook.xml",
                "<workbook xmlns='" + MAIN + "' xmlns:r='" + RELATION
                        + "'><sheets><sheet name='a' sheetId='1' r:id='r1'/></sheets></workbook>");
        parts.put(
                "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns='" + PACKAGE + "relationships'>"
                        + relation("r1", "worksheet", "worksheets/sheet1.xml")
                        + relation("r2", "sharedStrings", "/xl/sharedStrings.xml") + "</Relationships>");
        parts.put(
                "xl/sharedStrings.xml",
                "<sst xmlns='" + MAIN + "' count='1' uniqueCount='1'>" + sharedStrings + "</sst>");
        parts.put(
                "xl/worksheets/sheet1.xml",
                "<?xml version='1.0' encoding='UTF-8'?>\n<worksheet xmlns='" + MAIN + "'><sheetData>" + sheetData
                        + "</sheetData></worksheet>");
        return parts;
    }

    private static String type(String part, String type) {
        return "<Override PartName='" + part
                + "' ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml." + type + "+xml'/>";
    }

    private static String relation(String id, String type, String target) {
        return "<Relationship Id='" + id + "' Type='" + RELATION + "/" + type + "' Target='" + target + "'/>";
    }

    public static byte[] zip(Map<String, String> parts) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return file.toByteArray();
    }

    /** Returns a cell with inline text. */
    public static String cell(String reference, String text) {
        return "<c r='" + reference + "' t='inlineStr'><is><t>" + text + "</t></is></c>";
    }
}
