package io.zizhi.qualification.bulk.sheet.file;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Fuzzes the parts of a workbook. They are compressed afterwards, because fuzzing compressed bytes finds little. */
class XlsxFuzzTest {

    private static final String STRINGS = "xl/sharedStrings.xml";
    private static final String SHEET = "xl/worksheets/sheet1.xml";
    private static final String ROWS = "<row r='1'><c r='A1' t='inlineStr'><is><t>name</t></is></c></row>"
            + "<row><c t='s'><v>0</v></c><c><f>1</f><v>2</v></c></row>";
    private static final String TEXTS = "<si><t>a</t><rPh><t>b</t></rPh></si>";

    static Stream<byte[]> seeds() {
        Map<String, String> parts = Workbooks.parts(ROWS, TEXTS);
        return Stream.concat(
                        parts.values().stream(),
                        Stream.of(
                                "<worksheet><sheetData><row r='99999999999'><c r='ZZZZ1'/></row></sheetData></worksheet>",
                                "<worksheet><sheetData><row><c t='inlineStr'><is><t>&#x10FFFF;<![CDATA[x]]></t></is>",
                                "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><worksheet>&b;</worksheet>"))
                .map(part -> part.getBytes(StandardCharsets.UTF_8));
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "30s")
    void reads_or_rejects_any_workbook(byte[] part) {
        String text = new String(part, StandardCharsets.UTF_8);
        Map<String, String> parts = Workbooks.parts(ROWS, TEXTS);
        parts.put(partFor(text), text);
        SheetOutcome.refusalOf(SheetFormat.XLSX, Workbooks.zip(parts));
    }

    /** Returns the part that the text looks like, or the sheet if unclear. */
    private static String partFor(String text) {
        if (text.contains("<Types")) {
            return "[Content_Types].xml";
        }
        if (text.contains("<Relationship")) {
            return text.contains("worksheet") ? "xl/_rels/workbook.xml.rels" : "_rels/.rels";
        }
        if (text.contains("<workbook")) {
            return "xl/workbook.xml";
        }
        return text.contains("<sst") ? STRINGS : SHEET;
    }
}
