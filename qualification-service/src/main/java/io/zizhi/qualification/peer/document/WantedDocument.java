package io.zizhi.qualification.peer.document;

import java.util.List;

/**
 * A document named in a form.
 *
 * @param documentId id of the document
 * @param kinds the accepted kinds
 */
public record WantedDocument(String documentId, List<String> kinds) {}
