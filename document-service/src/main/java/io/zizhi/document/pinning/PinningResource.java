package io.zizhi.document.pinning;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.internal.Callers;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.openapi.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What the other services ask about documents. */
@Path("/internal/v1/documents")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.SERVICE)
@Callers("qualification-service")
public class PinningResource {

    private final CheckDocuments check;
    private final PinDocuments pin;

    PinningResource(CheckDocuments check, PinDocuments pin) {
        this.check = check;
        this.pin = pin;
    }

    /**
     * Says of each document whether the account can use it as one of the kinds. Documents of the account that no submission uses
     * stay 30 more days; nothing else is changed.
     */
    @POST
    @Path("/check")
    @Operation(operationId = "checkDocuments")
    public Uni<CheckView> check(@NotNull(message = "BODY_REQUIRED") @Valid CheckRequest request) {
        return check.check(request);
    }

    /**
     * Keeps documents for a revision that is being submitted, all or none. The pins lapse unless the submission is
     * published; repeated for the same revision they last longer.
     */
    @POST
    @Path("/pins")
    @Operation(operationId = "pinDocuments")
    @Refusal(
            status = 409,
            code = "DOCUMENT_NOT_USABLE",
            when = "Not all of them can be used; none was pinned. `errors` say which, and why.")
    public Uni<CheckView> pin(@NotNull(message = "BODY_REQUIRED") @Valid PinRequest request) {
        return pin.pin(request);
    }
}
