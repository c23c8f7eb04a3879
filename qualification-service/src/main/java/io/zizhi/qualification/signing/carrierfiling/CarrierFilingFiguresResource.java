package io.zizhi.qualification.signing.carrierfiling;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Returns figures of carrier filings to operators. */
@Path("/v1/operations/carrier-filings")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
public class CarrierFilingFiguresResource {

    private final CountCarrierFilings counts;

    CarrierFilingFiguresResource(CountCarrierFilings counts) {
        this.counts = counts;
    }

    /**
     * Counts the carrier filings of all accounts by carrier and state, and how many are overdue. Contains all that are
     * pending or filed, and those that were accepted, rejected or cancelled in the last 30 days.
     */
    @GET
    @Operation(operationId = "countCarrierFilings")
    public Uni<CarrierFilingFiguresView> count() {
        return counts.recent().map(CarrierFilingFiguresView::new);
    }
}
