package io.zizhi.qualification.bulk.sheet.file;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/** The shared strings of an XLSX. The declared count is not trusted. */
final class XlsxTexts {

    private final List<String> texts = new ArrayList<>();

    XlsxTexts() {}

    XlsxTexts(XlsxParts parts, String name) throws IOException, XMLStreamException {
        RichText text = new RichText();
        long length = 0;
        int most = (parts.size().maxRows() + 1) * SheetLimits.MAX_COLUMNS;
        try (XmlPart part = parts.open(name)) {
            while (part.next()) {
                if (part.opens("si")) {
                    text.clear();
                } else if (part.closes("si")) {
                    texts.add(text.toString());
                    length += texts.getLast().length();
                } else {
                    text.add(part);
                }
                if (texts.size() > most || length > parts.size().maxBytes()) {
                    throw SheetLimits.tooLarge("The workbook contains too much text. Delete its other sheets.");
                }
            }
        }
    }

    /** @param index index from 0, as written in a cell */
    String at(String index) {
        return texts.get(Integer.parseInt(index));
    }
}
