package io.zizhi.document.intake.inspection.word;

import io.zizhi.document.intake.inspection.LinkAddress;
import io.zizhi.document.intake.inspection.word.XmlPart.Content;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Follows the fields of a part: text, header, footer, notes, comments, and whatever else Word shows. A field begins and
 * ends with marks, and its code may be spread over several runs between them.
 *
 * <p>Readers differ in what they take: they skip elements that they do not know, choose one of several alternatives, and
 * undo tracked changes. So all of a field must be in the same place ({@link Place}); otherwise a reader could see
 * another code.
 */
final class StoryRules implements Content {

    private static final Set<String> WORD = Set.of(
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            "http://purl.oclc.org/ooxml/wordprocessingml/main");

    /** Name spaces of attributes that hold the id of a relation. */
    private static final Set<String> RELATION_IDS = Set.of(
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            "http://purl.oclc.org/ooxml/officeDocument/relationships");

    /** Elements of tracked changes. */
    private static final Set<String> CHANGES = Set.of("ins", "del", "moveFrom", "moveTo");

    /** Attributes that name a file which a reader loads. */
    private static final Set<String> SOURCES = Set.of("src", "althref", "manifestLocation");

    /** The address of a link; on pictures and patterns, that of a file. */
    private static final String LINK = "href";

    private static final Set<String> PICTURES = Set.of("imagedata", "image", "fill", "stroke");

    private static final int MOST_OPEN = 50;

    /** The tracked changes, and the elements of other name spaces, around an element. */
    private record Place(@Nullable Place around, String label) {}

    private enum Kind {
        CODE,
        TEXT,
        OTHER
    }

    private record Element(Place place, Kind kind) {}

    private static final class Field {

        private final Place place;
        private final StringBuilder code = new StringBuilder();
        private boolean hasCode;

        private Field(Place place) {
            this.place = place;
        }
    }

    private final Deque<Element> elements = new ArrayDeque<>();
    private final Deque<Field> open = new ArrayDeque<>();
    private int others;

    StoryRules() {
        elements.push(new Element(new Place(null, ""), Kind.OTHER));
    }

    @Override
    public void begin(XMLStreamReader tag) {
        String name = tag.getLocalName();
        Place place = place(tag, name);
        elements.push(new Element(place, kind(name)));
        switch (name) {
            case "fldChar" -> mark(attribute(tag, "fldCharType"), place);
            case "fldSimple" -> {
                requireMayBegin();
                FieldCode.requireAllowed(attribute(tag, "instr"));
            }
            // A query that Word runs when it opens the document.
            // The second one shows a web page, and is played at a click.
            case "mailMerge", "webVideoPr" -> throw WordRefusals.external();
            default -> refuseSources(tag);
        }
    }

    private Place place(XMLStreamReader tag, String name) {
        Place around = elements.getFirst().place();
        if (!WORD.contains(String.valueOf(tag.getNamespaceURI()))) {
            others++;
            return new Place(around, "#" + others);
        }
        return CHANGES.contains(name) ? new Place(around, name + " " + attribute(tag, "author")) : around;
    }

    private static Kind kind(String name) {
        return switch (name) {
            case "instrText", "delInstrText" -> Kind.CODE;
            case "t", "delText" -> Kind.TEXT;
            default -> Kind.OTHER;
        };
    }

    private static void refuseSources(XMLStreamReader tag) {
        for (int attribute = 0; attribute < tag.getAttributeCount(); attribute++) {
            String name = tag.getAttributeLocalName(attribute);
            String value = tag.getAttributeValue(attribute);
            boolean isLink = name.equals(LINK) && !PICTURES.contains(tag.getLocalName());
            boolean isSource = SOURCES.contains(name) || (name.equals(LINK) && !isLink);
            if (RELATION_IDS.contains(String.valueOf(tag.getAttributeNamespace(attribute)))) {
                continue;
            }
            if (isSource && PackageRules.isOutside(value)) {
                throw WordRefusals.external();
            }
            if (isLink && !LinkAddress.isAllowed(value)) {
                throw WordRefusals.link();
            }
        }
    }

    private void mark(String type, Place place) {
        Field field = open.peek();
        switch (type) {
            case "begin" -> {
                requireMayBegin();
                open.push(new Field(place));
            }
            case "separate", "end" -> {
                if (field != null) {
                    if (!field.hasCode) {
                        requireSame(field, place);
                        requireAllowed(field);
                    }
                    if (type.equals("end")) {
                        open.pop();
                    }
                }
            }
            default -> throw WordRefusals.unreadable();
        }
    }

    /** Refuses a field in the code of another one: its result could become the keyword or the address. */
    private void requireMayBegin() {
        Field around = open.peek();
        if (open.size() >= MOST_OPEN
                || (around != null && !around.hasCode && !FieldCode.mayContainFields(around.code))) {
            throw WordRefusals.unreadable();
        }
    }

    private static void requireSame(Field field, Place place) {
        if (!field.place.equals(place)) {
            throw WordRefusals.unreadable();
        }
    }

    private static void requireAllowed(Field field) {
        FieldCode.requireAllowed(field.code.toString());
        field.hasCode = true;
    }

    @Override
    public void text(String text) {
        Element element = elements.getFirst();
        Field field = open.peek();
        if (element.kind() == Kind.OTHER || (text.isBlank() && field == null)) {
            return;
        }
        if (field == null || field.hasCode) {
            if (element.kind() == Kind.CODE) {
                // A reader may see the beginning of a field there.
                FieldCode.requireAllowed(text);
            }
            return;
        }
        requireSame(field, element.place());
        if (field.code.length() + text.length() > FieldCode.LONGEST) {
            throw WordRefusals.unreadable();
        }
        field.code.append(field.code.isEmpty() ? text.stripLeading() : text);
    }

    @Override
    public void end() {
        elements.pop();
    }

    /** Refuses fields that are still open at the end of the part. */
    void finish() {
        open.stream().filter(field -> !field.hasCode).forEach(StoryRules::requireAllowed);
    }

    /** Returns the value of the only attribute with this local name, or an empty text. */
    private static String attribute(XMLStreamReader tag, String name) {
        @Nullable String found = null;
        for (int attribute = 0; attribute < tag.getAttributeCount(); attribute++) {
            if (tag.getAttributeLocalName(attribute).equals(name)) {
                if (found != null) {
                    throw WordRefusals.unreadable();
                }
                found = tag.getAttributeValue(attribute);
            }
        }
        return found == null ? "" : found;
    }
}
