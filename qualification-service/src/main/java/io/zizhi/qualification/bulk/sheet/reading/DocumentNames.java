package io.zizhi.qualification.bulk.sheet.reading;

import io.zizhi.qualification.peer.document.NamedDocument;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The documents that the file names in a sheet refer to.
 *
 * @param byName documents of the account by file name, as written in the sheet
 */
public record DocumentNames(Map<String, List<NamedDocument>> byName) {

    /** For a sheet without file names. */
    public static final DocumentNames NONE = new DocumentNames(Map.of());

    public static DocumentNames of(List<NamedDocument> found) {
        return new DocumentNames(found.stream().collect(Collectors.groupingBy(NamedDocument::fileName)));
    }

    /**
     * Returns the ids of the documents with that name and kind. If there are none, returns those of other kinds, so that
     * the pre-check reports the wrong kind.
     *
     * @param kind kind of document; empty if the row does not say it
     */
    List<String> find(String name, String kind) {
        List<NamedDocument> named = byName.getOrDefault(name, List.of());
        List<NamedDocument> fitting =
                named.stream().filter(document -> document.kind().equals(kind)).toList();
        return (fitting.isEmpty() ? named : fitting)
                .stream().map(NamedDocument::documentId).toList();
    }
}
