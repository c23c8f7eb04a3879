package io.zizhi.document.pinning;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** What the other services ask about documents. */
@Path("/internal/v1/documents")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.SERVICE)
public class PinningResource {

    private final CheckDocuments check;
    private final PinDocuments pin;

    PinningResource(CheckDocuments check, PinDocuments pin) {
        this.check = check;
        this.pin = pin;
    }

    @POST
    @Path("/check")
    public Uni<CheckView> check(@NotNull(message = "BODY_REQUIRED") @Valid CheckRequest request) {
        return check.check(request);
    }

    @POST
    @Path("/pins")
    public Uni<CheckView> pin(@NotNull(message = "BODY_REQUIRED") @Valid PinRequest request) {
        return pin.pin(request);
    }
}
