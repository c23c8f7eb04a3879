package io.zizhi.platform.operations;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Overview of the backlog of a service. */
@Path("/v1/operations")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
public class OverviewResource {

    private final ReadOverview readOverview;

    OverviewResource(ReadOverview readOverview) {
        this.readOverview = readOverview;
    }

    /** Counts the waiting items of each kind, with the age of the oldest. */
    @GET
    @Operation(operationId = "readOperationsOverview")
    public Uni<OverviewView> overview() {
        return readOverview.read();
    }
}
