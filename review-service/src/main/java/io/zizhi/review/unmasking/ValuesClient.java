package io.zizhi.review.unmasking;

import io.quarkus.oidc.client.filter.OidcClientFilter;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Where qualification-service hands out fields in plain text. */
@RegisterRestClient(configKey = "qualification-service")
@OidcClientFilter("qualification-service")
@Path("/internal/v1/submissions")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public interface ValuesClient {

    @POST
    @Path("/{workOrder}/values")
    Uni<UnmaskedView> values(@PathParam("workOrder") long workOrder, Wanted wanted);

    /**
     * Which fields are wanted.
     *
     * @param pointers JSON pointers of masked fields
     */
    record Wanted(List<String> pointers) {}
}
