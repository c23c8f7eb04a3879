package io.zizhi.review.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Documents that other accounts have as well, byte by byte the same; they belong to document-service. */
public interface IdenticalDocuments {

    /**
     * Which of the documents other accounts have as well; null where it is none. Fails when the service is down. Its form
     * belongs to that service and is handed on as it is.
     */
    Uni<@Nullable JsonNode> of(List<String> documentIds);
}
