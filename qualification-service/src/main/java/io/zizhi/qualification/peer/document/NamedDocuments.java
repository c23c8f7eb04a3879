package io.zizhi.qualification.peer.document;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * The answer of document-service to a {@link DocumentNamesQuestion}.
 *
 * @param documents in the order of the question
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record NamedDocuments(List<NamedDocument> documents) {}
