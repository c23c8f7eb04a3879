package io.zizhi.qualification.peer;

import java.util.List;

/**
 * A document that a form names.
 *
 * @param documentId its id
 * @param kinds the kinds that would do
 */
public record WantedDocument(String documentId, List<String> kinds) {}
