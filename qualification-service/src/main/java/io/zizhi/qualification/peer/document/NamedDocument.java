package io.zizhi.qualification.peer.document;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * A document of an account, found by its file name.
 *
 * @param fileName the name in the question
 * @param documentId id of the document
 * @param kind kind of document
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record NamedDocument(String fileName, String documentId, String kind) {

    /** Omits the file name, which may be personal data. */
    @Override
    public String toString() {
        return "NamedDocument[" + documentId + "]";
    }
}
