package io.zizhi.qualification.bulk.sheet.file;

import java.io.IOException;
import java.io.Reader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** One XML part of an XLSX, read event by event. Elements are identified by local name. */
final class XmlPart implements AutoCloseable {

    /** Maximum number of attributes per element; newer JDKs have the same default. */
    private static final String MAX_ATTRIBUTES = "200";

    private final Reader source;
    private final XMLStreamReader events;
    private int depth;

    XmlPart(Reader source) throws XMLStreamException {
        this.source = source;
        // Creates a factory per part: a shared one would keep the names of all sheets in its symbol table.
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty("jdk.xml.elementAttributeLimit", MAX_ATTRIBUTES);
        this.events = factory.createXMLStreamReader(source);
    }

    /** Advances to the next event; returns false at the end. */
    boolean next() throws XMLStreamException {
        if (!events.hasNext()) {
            return false;
        }
        events.next();
        if (events.isStartElement()) {
            depth++;
        } else if (events.isEndElement()) {
            depth--;
        }
        if (depth > SheetLimits.MAX_DEPTH || events.getEventType() == XMLStreamReader.ENTITY_REFERENCE) {
            throw XlsxSheet.malformed();
        }
        return true;
    }

    boolean opens(String element) {
        return events.isStartElement() && events.getLocalName().equals(element);
    }

    boolean closes(String element) {
        return events.isEndElement() && events.getLocalName().equals(element);
    }

    @Nullable
    String attribute(String name) {
        return events.getAttributeValue(null, name);
    }

    /** Appends the current text, if any, up to the maximum length of a cell. */
    void addText(StringBuilder target) {
        if (events.isCharacters()) {
            int room = SheetLimits.MAX_CELL + 1 - target.length();
            target.append(events.getTextCharacters(), events.getTextStart(), Math.min(room, events.getTextLength()));
        }
    }

    @Override
    public void close() throws XMLStreamException, IOException {
        events.close();
        source.close();
    }
}
