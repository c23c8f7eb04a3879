package io.zizhi.qualification.peer.document;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer of document-service to a {@link DocumentQuestion}.
 *
 * @param documents in the order of the question
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record DocumentAnswer(List<CheckedDocument> documents) {

    /**
     * The state of one document.
     *
     * @param documentId id of the document
     * @param status AVAILABLE, PENDING_SCAN, QUARANTINED, NOT_FOUND or WRONG_KIND
     * @param kind kind of document; null if it was not found
     * @param sha256 hexadecimal digest of its bytes; null if it was not found
     * @param colour whether a picture has colours; null if unknown
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record CheckedDocument(
            String documentId,
            String status,
            @Nullable String kind,
            @Nullable String sha256,
            @Nullable Boolean colour) {}
}
