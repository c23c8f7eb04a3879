package io.zizhi.review.casefile.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The documents of a submission; their bytes are document-service's.
 *
 * @param items in the order of the form
 */
public record DocumentsView(List<DocumentUseView> items) {

    /**
     * One place that names a document.
     *
     * @param documentId the document
     * @param pointer JSON pointer to the place in the form; absent while qualification-service cannot be asked
     * @param kind the kind of document that belongs there; absent alike
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record DocumentUseView(
            String documentId,
            @Nullable String pointer,
            @Nullable String kind) {}
}
