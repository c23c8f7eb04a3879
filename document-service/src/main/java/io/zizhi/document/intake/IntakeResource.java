package io.zizhi.document.intake;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.zizhi.document.storage.DocumentView;
import io.zizhi.platform.identity.CurrentCaller;
import io.zizhi.platform.identity.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.net.URI;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Uploads: the body of the request is the file. */
@Path("/v1/documents")
@Produces(MediaType.APPLICATION_JSON)
public class IntakeResource {

    private final TakeInDocument takeIn;
    private final CurrentCaller caller;

    IntakeResource(TakeInDocument takeIn, CurrentCaller caller) {
        this.takeIn = takeIn;
        this.caller = caller;
    }

    // @Blocking, because only then does Quarkus hand over the body unread; otherwise it would buffer it first.
    @POST
    @Blocking
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Roles.APPLICANT)
    public Uni<RestResponse<DocumentView>> takeIn(
            @RestQuery @Nullable String kind,
            @HeaderParam("Content-Type") @Nullable String contentType,
            @HeaderParam("Content-Length") @Nullable String contentLength,
            InputStream body) {
        return takeIn.takeIn(caller.get(), Upload.of(kind, contentType, contentLength, body))
                .map(document -> RestResponse.ResponseBuilder.<DocumentView>create(RestResponse.Status.CREATED)
                        .location(URI.create("/v1/documents/" + document.id()))
                        .entity(DocumentView.from(document))
                        .build());
    }
}
