package io.zizhi.review.secondeyes;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.oidc.client.filter.OidcClientFilter;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The internal API of qualification-service, as far as overturns need it. */
@RegisterRestClient(configKey = "qualification-service")
@OidcClientFilter("qualification-service")
@Path("/internal/v1/submissions")
public interface ContentService {

    @GET
    @Path("/{workOrder}/difference")
    Uni<JsonNode> difference(@PathParam("workOrder") long workOrder, @QueryParam("from") int fromRevision);

    @GET
    @Path("/{workOrder}/letter")
    Uni<JsonNode> letter(@PathParam("workOrder") long workOrder);
}
