package io.zizhi.review.casefile.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.oidc.client.filter.OidcClientFilter;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The part of document-service's internal API that the desk uses. */
@RegisterRestClient(configKey = "document-service")
@OidcClientFilter("document-service")
@Path("/internal/v1/documents")
public interface DocumentService {

    @POST
    @Path("/identical")
    Uni<JsonNode> identical(Question question);

    /** @param documentIds at most 50, more than any submission has */
    record Question(List<String> documentIds) {}
}
