package io.zizhi.review.peer;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.oidc.client.filter.OidcClientFilter;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** The part of qualification-service's internal API that the desk uses. */
@RegisterRestClient(configKey = "qualification-service")
@OidcClientFilter("qualification-service")
@Path("/internal/v1/submissions")
public interface QualificationService {

    @GET
    @Path("/{workOrder}")
    Uni<JsonNode> submission(@PathParam("workOrder") long workOrder);

    @GET
    @Path("/{workOrder}/letter")
    Uni<JsonNode> letterSubmission(@PathParam("workOrder") long workOrder);

    /** @param from number of a revision, or {@code in-force}; null for the submission just before */
    @GET
    @Path("/{workOrder}/difference")
    Uni<JsonNode> difference(@PathParam("workOrder") long workOrder, @QueryParam("from") @Nullable String from);

    @GET
    @Path("/{workOrder}/related")
    Uni<JsonNode> related(@PathParam("workOrder") long workOrder);

    @GET
    @Path("/{workOrder}/letter/difference")
    Uni<JsonNode> letterDifference(@PathParam("workOrder") long workOrder, @QueryParam("from") @Nullable String from);
}
