package io.zizhi.document.intake.inspection.word;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads a part of a DOCX with the XML parser of the platform. Its memory is bounded: the parser holds one tag or text at
 * a time, and the names that it has seen.
 */
final class XmlPart {

    /** Most bytes of a tag, text or comment. Word writes drawings of some hundred kilobytes into one attribute. */
    private static final int LONGEST_PIECE = 1024 * 1024;

    /** Most different names of elements, attributes and namespaces. Word knows some three thousand. */
    private static final int MOST_NAMES = 10_000;

    /** Most characters of all different names. The parser keeps each of them until the end of the part. */
    private static final int LONGEST_NAMES = 500_000;

    private static final int DEEPEST = 200;

    private XmlPart() {}

    /** Receives the content of a part in its order. */
    interface Content {

        void begin(XMLStreamReader tag);

        default void text(String text) {}

        default void end() {}
    }

    /** Refuses a part that is not well-formed, has a document type, or would occupy too much memory. */
    static void read(InputStream part, Content content) throws IOException {
        Piece piece = new Piece(part);
        Names names = new Names();
        int depth = 0;
        try {
            XMLStreamReader xml = factory().createXMLStreamReader(piece);
            try {
                while (xml.hasNext()) {
                    int event = xml.next();
                    piece.length = 0;
                    switch (event) {
                        case XMLStreamConstants.START_ELEMENT -> {
                            depth++;
                            if (depth > DEEPEST) {
                                throw WordRefusals.expandsTooMuch();
                            }
                            names.add(xml);
                            content.begin(xml);
                        }
                        case XMLStreamConstants.END_ELEMENT -> {
                            depth--;
                            content.end();
                        }
                        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> content.text(xml.getText());
                        case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                            throw WordRefusals.unreadable();
                        default -> {}
                    }
                }
            } finally {
                xml.close();
            }
        } catch (XMLStreamException malformed) {
            throw new IOException(malformed);
        }
    }

    /** Creates a factory per part, because factories are not documented as safe for several threads. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    /** Counts the names that the parser keeps: prefixed names, prefixes and addresses of name spaces. */
    private static final class Names {

        private final Set<String> names = new HashSet<>();
        private int length;

        void add(XMLStreamReader tag) {
            add(tag.getPrefix(), tag.getLocalName());
            for (int attribute = 0; attribute < tag.getAttributeCount(); attribute++) {
                add(tag.getAttributePrefix(attribute), tag.getAttributeLocalName(attribute));
            }
            for (int namespace = 0; namespace < tag.getNamespaceCount(); namespace++) {
                add("xmlns", String.valueOf(tag.getNamespacePrefix(namespace)));
                add(null, String.valueOf(tag.getNamespaceURI(namespace)));
            }
        }

        private void add(@Nullable String prefix, String name) {
            String whole = prefix == null || prefix.isEmpty() ? name : prefix + ":" + name;
            if (names.add(whole)) {
                length += whole.length();
                if (names.size() > MOST_NAMES || length > LONGEST_NAMES) {
                    throw WordRefusals.expandsTooMuch();
                }
            }
        }
    }

    /** Counts the bytes that the parser has read since it last reported a tag or text. */
    private static final class Piece extends FilterInputStream {

        private int length;

        Piece(InputStream part) {
            super(part);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int count) throws IOException {
            int read = super.read(target, offset, count);
            length += Math.max(0, read);
            if (length > LONGEST_PIECE) {
                throw WordRefusals.expandsTooMuch();
            }
            return read;
        }
    }
}
