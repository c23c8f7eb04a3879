package io.zizhi.qualification.bulk.sheet.file;

import io.zizhi.platform.http.problem.ProblemException;
import io.zizhi.platform.http.problem.Problems;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/**
 * Reads texts and numbers from the first sheet of an XLSX, and ignores formats and formulas. {@link SheetLimits} limits
 * every step. A spreadsheet library would instead allocate as much memory as a cell address demands.
 */
public final class XlsxSheet {

    private XlsxSheet() {}

    /** Returns the rows of cells with their row numbers, including the header. */
    public static List<RawRow> read(byte[] bytes, Deadline deadline) {
        try {
            return rows(new XlsxParts(bytes, deadline));
        } catch (ProblemException refusal) {
            throw refusal;
        } catch (IOException | XMLStreamException | RuntimeException unreadable) {
            // Invalid numbers, missing texts, and unchecked exceptions of the XML parser.
            throw malformed();
        }
    }

    private static List<RawRow> rows(XlsxParts parts) throws IOException, XMLStreamException {
        String workbook = new XlsxRelations(parts, "").byType("officeDocument").orElseThrow();
        XlsxRelations ofWorkbook = new XlsxRelations(parts, workbook);
        Optional<String> texts = ofWorkbook.byType("sharedStrings");
        return XlsxRows.read(
                parts,
                ofWorkbook.byId(firstSheet(parts, workbook)).orElseThrow(),
                texts.isPresent() ? new XlsxTexts(parts, texts.get()) : new XlsxTexts());
    }

    /** Returns the relationship id of the first sheet. */
    private static String firstSheet(XlsxParts parts, String workbook) throws IOException, XMLStreamException {
        try (XmlPart part = parts.open(workbook)) {
            while (part.next()) {
                if (part.opens("sheet")) {
                    return String.valueOf(part.attribute("id"));
                }
            }
        }
        throw malformed();
    }

    static RuntimeException malformed() {
        return Problems.badRequest(
                "XLSX_MALFORMED", "", "The file is not a readable XLSX. Copy its rows into a new template.");
    }
}
