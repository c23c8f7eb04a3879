package io.zizhi.platform.operations.reconciliation;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.Page;
import io.zizhi.platform.http.PageRequest;
import io.zizhi.platform.identity.CurrentCaller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.openapi.Refusal;
import io.zizhi.platform.operations.Reason;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Comparisons of the events applied here with those published by their producers. */
@Path("/v1/operations/reconciliations")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
public class ReconciliationResource {

    private final StartReconciliation startReconciliation;
    private final ReadReconciliation readReconciliation;
    private final ReconciliationRepository reconciliations;
    private final Reconciler reconciler;
    private final CurrentCaller caller;

    ReconciliationResource(
            StartReconciliation startReconciliation,
            ReadReconciliation readReconciliation,
            ReconciliationRepository reconciliations,
            Reconciler reconciler,
            CurrentCaller caller) {
        this.startReconciliation = startReconciliation;
        this.readReconciliation = readReconciliation;
        this.reconciliations = reconciliations;
        this.reconciler = reconciler;
        this.caller = caller;
    }

    /**
     * Starts a comparison in the background, or returns the running one. Producers resend missing events alongside new
     * events, at a limited rate. Aggregates that are ahead of their producer are only reported.
     */
    @POST
    @Operation(operationId = "startReconciliation")
    public Uni<ReconciliationView> start(@NotNull(message = "BODY_REQUIRED") @Valid Reason request) {
        return startReconciliation
                .start(request.reason(), caller.get())
                .chain(readReconciliation::latest)
                .invoke(reconciler::wake);
    }

    /** Shows the last comparison with its counts; while it runs, the findings so far. */
    @GET
    @Path("/latest")
    @Operation(operationId = "readLatestReconciliation")
    @Refusal(status = 404, code = "RECONCILIATION_NOT_FOUND", when = "No reconciliation has run yet.")
    public Uni<ReconciliationView> latest() {
        return readReconciliation.latest();
    }

    /**
     * Lists the differences of a comparison by topic and aggregate.
     *
     * @param id id of the comparison
     */
    @GET
    @Path("/{id: \\d{1,18}}/differences")
    @Operation(operationId = "listDifferences")
    public Uni<Page<DifferenceView>> differences(@PathParam("id") long id, @BeanParam PageRequest page) {
        return reconciliations.differences(id, page);
    }
}
