package io.zizhi.qualification.form;

/**
 * One place of the form that names a document.
 *
 * @param pointer JSON pointer to the place
 * @param documentId the document named there
 * @param kind the kind of document that belongs there, for example {@code ID_EMBLEM}
 */
public record DocumentUse(String pointer, String documentId, String kind) {}
