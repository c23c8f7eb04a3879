package io.zizhi.qualification.bulk.sheet;

import java.io.IOException;
import java.io.Reader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** One XML part of an XLSX, read forward, event by event. Elements go by their local names. */
final class XmlPart implements AutoCloseable {

    /** The limit that newer JDKs have anyway. */
    private static final String MAX_ATTRIBUTES = "200";

    private final Reader source;
    private final XMLStreamReader events;
    private int depth;

    XmlPart(Reader source) throws XMLStreamException {
        this.source = source;
        // A factory of its own: names that were read once must not stay in a table that all sheets share.
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty("jdk.xml.elementAttributeLimit", MAX_ATTRIBUTES);
        this.events = factory.createXMLStreamReader(source);
    }

    /** Moves on; false at the end. */
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

    /** Adds the text that was met, if any, as far as a cell may be read. */
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
