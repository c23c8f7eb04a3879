package io.zizhi.qualification.peer;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What document-service says of the documents it was asked about.
 *
 * @param documents in the order of the question
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record DocumentAnswer(List<CheckedDocument> documents) {

    /**
     * One document.
     *
     * @param documentId its id
     * @param status AVAILABLE, PENDING_SCAN, QUARANTINED, NOT_FOUND or WRONG_KIND
     * @param kind its kind; null where it was not found
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record CheckedDocument(
            String documentId, String status, @Nullable String kind) {}
}
