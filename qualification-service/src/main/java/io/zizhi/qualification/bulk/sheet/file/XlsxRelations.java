package io.zizhi.qualification.bulk.sheet.file;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import javax.xml.stream.XMLStreamException;

/** The relationships of an XLSX part to other parts. */
final class XlsxRelations {

    private final String source;
    private final List<Relation> relations = new ArrayList<>();

    /** @param source name of the part; empty for the package itself */
    XlsxRelations(XlsxParts parts, String source) throws IOException, XMLStreamException {
        this.source = source;
        int name = source.lastIndexOf('/') + 1;
        try (XmlPart part = parts.open(source.substring(0, name) + "_rels/" + source.substring(name) + ".rels")) {
            while (part.next()) {
                if (part.opens("Relationship")) {
                    add(new Relation(
                            String.valueOf(part.attribute("Id")),
                            String.valueOf(part.attribute("Type")),
                            String.valueOf(part.attribute("Target"))));
                }
            }
        }
    }

    private void add(Relation relation) {
        if (relations.size() == SheetLimits.MAX_PARTS) {
            throw SheetLimits.tooLarge("An XLSX may have at most " + SheetLimits.MAX_PARTS + " parts.");
        }
        relations.add(relation);
    }

    /** Returns the name of the part with this relationship id. */
    Optional<String> byId(String id) {
        return named(relation -> relation.id.equals(id));
    }

    /** Returns the name of the first part of a type. Types are URIs; only the last path segment is compared. */
    Optional<String> byType(String type) {
        return named(relation -> relation.type.endsWith("/" + type));
    }

    private Optional<String> named(Predicate<Relation> wanted) {
        return relations.stream()
                .filter(wanted)
                .findFirst()
                .map(relation -> Objects.requireNonNull(URI.create("/" + source)
                                .resolve(relation.target)
                                .getPath())
                        .substring(1));
    }

    private record Relation(String id, String type, String target) {}
}
