package io.zizhi.qualification.bulk.sheet;

import io.zizhi.platform.http.problem.ProblemException;
import io.zizhi.platform.http.problem.Problems;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/**
 * Reads the first sheet of an XLSX: its texts and numbers, without looks, formulas and everything else. Every step is
 * bounded by {@link SheetLimits}, because a library for spreadsheets gives a cell as much memory as its address asks for.
 */
final class XlsxSheet {

    private XlsxSheet() {}

    /** Rows of cells, by their row number; the header is among them. */
    static List<RawRow> read(byte[] bytes, Deadline deadline) {
        try {
            return rows(new XlsxParts(bytes, deadline));
        } catch (ProblemException refusal) {
            throw refusal;
        } catch (IOException | XMLStreamException | RuntimeException unreadable) {
            // Numbers that are none, missing texts, and what a parser throws that meets nonsense.
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

    /** The id of its relation. */
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
                "XLSX_MALFORMED", "", "The file is no XLSX that can be read. Copy its rows into a new template.");
    }
}
