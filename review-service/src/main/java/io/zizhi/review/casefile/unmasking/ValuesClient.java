package io.zizhi.review.casefile.unmasking;

import io.quarkus.oidc.client.filter.OidcClientFilter;
import io.quarkus.rest.client.reactive.ClientExceptionMapper;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** The endpoint of qualification-service that returns fields in plain text. */
@RegisterRestClient(configKey = "qualification-service")
@OidcClientFilter("qualification-service")
@Path("/internal/v1/submissions")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public interface ValuesClient {

    /** Returns the values, or fails with {@link ValuesLimitedException}. */
    @POST
    @Path("/{workOrder}/values")
    Uni<UnmaskedView> values(@PathParam("workOrder") long workOrder, Wanted wanted);

    @ClientExceptionMapper
    static @Nullable RuntimeException refusal(Response response) {
        return response.getStatus() == 429 ? new ValuesLimitedException() : null;
    }

    /**
     * Names masked fields, and the reviewer who will see them.
     *
     * @param reviewerId the {@code sub} of the reviewer's token
     * @param pointers JSON pointers of masked fields
     */
    record Wanted(String reviewerId, List<String> pointers) {}
}
