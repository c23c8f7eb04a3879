package io.zizhi.document.intake.inspection.word;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Rules for the lists in a DOCX that say which parts there are and what they refer to. */
final class ContentRules {

    /** Name of the list of types. */
    static final String TYPES = "[Content_Types].xml";

    /** Ends of the types of relations to other programs' objects and to whole other documents. */
    private static final Set<String> OBJECTS = Set.of("oleobject", "package", "control", "afchunk", "subdocument");

    private static final String MACROS = "vbaproject";
    private static final String LINK = "hyperlink";

    private static final XMLInputFactory XML = factory();

    private ContentRules() {}

    /** Refuses relations to objects, to macros and to anything outside of the file other than a link. */
    static void inspect(InputStream list) throws IOException {
        try {
            XMLStreamReader xml = XML.createXMLStreamReader(list);
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> element(xml);
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> throw WordRefusals.unreadable();
                    default -> {}
                }
            }
        } catch (XMLStreamException malformed) {
            throw new IOException(malformed);
        }
    }

    private static void element(XMLStreamReader xml) {
        if (xml.getLocalName().equals("Relationship")) {
            String type = lower(xml.getAttributeValue(null, "Type"));
            String kind = type.substring(type.lastIndexOf('/') + 1);
            if (kind.startsWith(MACROS)) {
                throw WordRefusals.macros();
            }
            // A document is itself related to its package by a longer type, which ends in "officeDocument".
            if (OBJECTS.contains(kind)) {
                throw WordRefusals.embedded();
            }
            if (lower(xml.getAttributeValue(null, "TargetMode")).equals("external") && !kind.equals(LINK)) {
                throw WordRefusals.external();
            }
        } else if (lower(xml.getAttributeValue(null, "ContentType")).contains("macroenabled")) {
            throw WordRefusals.macros();
        }
    }

    private static String lower(@Nullable String value) {
        return value == null ? "" : value.toLowerCase(Locale.ROOT);
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
