package io.zizhi.review.sla.explain;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.openapi.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Explains due times to staff. */
@Path("/v1/clock/due")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.REVIEWER, Roles.SUPERVISOR, Roles.AUDITOR, Roles.OPERATOR})
public class ClockResource {

    private final ExplainDueTime explainDueTime;

    public ClockResource(ExplainDueTime explainDueTime) {
        this.explainDueTime = explainDueTime;
    }

    /**
     * Explains the due time of a review opened at an instant: the open time counted on the way.
     *
     * @param policy name of a clock policy, for example {@code STANDARD}
     * @param from the instant, with an offset
     */
    @GET
    @Operation(operationId = "explainDueTime")
    @Refusal(status = 400, code = "FIELD_REQUIRED", when = "`policy` or `from` is missing.")
    @Refusal(status = 400, code = "CLOCK_POLICY_UNKNOWN", when = "There is no such policy.")
    @Refusal(status = 400, code = "INSTANT_INVALID", when = "`from` is not an instant with an offset.")
    @Refusal(status = 400, code = "INSTANT_OUT_OF_RANGE", when = "`from` is too early or too late for the clock.")
    public Uni<ClockView> due(
            @Parameter(required = true, example = "STANDARD") @QueryParam("policy") @Nullable String policy,
            @Parameter(required = true, example = "2026-11-24T10:00:00+08:00", schema = @Schema(format = "date-time"))
                    @QueryParam("from")
                    @Nullable
                    String from) {
        return explainDueTime.explain(policy, from);
    }
}
