package io.zizhi.platform.operations.timers;

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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Timers of this service and the state of their sweeps. */
@Path("/v1/operations/timers")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
public class TimerResource {

    private final ListTimers listTimers;
    private final ReadSweep readSweep;
    private final ReleaseSweep releaseSweep;
    private final CurrentCaller caller;

    TimerResource(ListTimers listTimers, ReadSweep readSweep, ReleaseSweep releaseSweep, CurrentCaller caller) {
        this.listTimers = listTimers;
        this.readSweep = readSweep;
        this.releaseSweep = releaseSweep;
        this.caller = caller;
    }

    /** Lists timers per kind of owner, earliest due first. */
    @GET
    @Operation(operationId = "listTimers")
    @Refusal(status = 400, code = "PARAMETER_INVALID", when = "A parameter is invalid; `errors` names it.")
    @Refusal(status = 400, code = "OWNER_REQUIRED", when = "To list fired or cancelled timers, name one owner.")
    public Uni<Page<TimerView>> list(@BeanParam TimerFilter filter, @BeanParam PageRequest page) {
        return listTimers.list(filter, page);
    }

    /** Shows the armed and due timers, and whether the sweeps run or are held after a jump of the clock. */
    @GET
    @Path("/sweep")
    @Operation(operationId = "readTimerSweep")
    public Uni<SweepView> sweep() {
        return readSweep.read();
    }

    /**
     * Confirms that the database clock is right although it jumped, so that held sweeps continue in all replicas.
     * Timers due by the current clock fire.
     */
    @POST
    @Path("/sweep/release")
    @Operation(operationId = "releaseTimerSweep")
    public Uni<SweepView> release(@NotNull(message = "BODY_REQUIRED") @Valid Reason reason) {
        return releaseSweep.release(reason.reason(), caller.get()).chain(readSweep::read);
    }
}
