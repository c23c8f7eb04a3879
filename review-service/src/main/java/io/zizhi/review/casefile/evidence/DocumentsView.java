package io.zizhi.review.casefile.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The documents of a submission. Their bytes are in document-service.
 *
 * @param items in the order of the form
 */
public record DocumentsView(List<DocumentUseView> items) {

    /**
     * A place in the form that refers to a document.
     *
     * @param documentId the document
     * @param pointer JSON pointer to the place in the form; absent while qualification-service is unavailable
     * @param kind the kind of document that belongs there; absent while qualification-service is unavailable
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record DocumentUseView(
            String documentId,
            @Nullable String pointer,
            @Nullable String kind) {}
}
