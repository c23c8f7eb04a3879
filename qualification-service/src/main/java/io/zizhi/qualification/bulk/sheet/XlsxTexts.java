package io.zizhi.qualification.bulk.sheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/** The texts that cells of an XLSX share. How many it says to have is not believed. */
final class XlsxTexts {

    private static final int MAX_TEXTS = (SheetLimits.MAX_ROWS + 1) * SheetLimits.MAX_COLUMNS;

    private final List<String> texts = new ArrayList<>();

    /** Without any. */
    XlsxTexts() {}

    XlsxTexts(XlsxParts parts, String name) throws IOException, XMLStreamException {
        RichText text = new RichText();
        long length = 0;
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
                if (texts.size() > MAX_TEXTS || length > SheetLimits.MAX_TEXT) {
                    throw SheetLimits.tooLarge("The cells of all sheets have too much text. Delete the other sheets.");
                }
            }
        }
    }

    /** @param index as a cell names it, from 0 */
    String at(String index) {
        return texts.get(Integer.parseInt(index));
    }
}
