package io.zizhi.qualification.form;

/**
 * A field of the form that refers to a document.
 *
 * @param pointer JSON pointer to the field
 * @param documentId id of the document
 * @param kind required kind of document, for example {@code ID_EMBLEM}
 */
public record DocumentUse(String pointer, String documentId, String kind) {}
