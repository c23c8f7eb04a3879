package io.zizhi.review.clock;

import io.smallrye.common.annotation.NonBlocking;
import io.zizhi.platform.identity.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** The clock, for staff who ask why something is due when it is. */
@Path("/v1/clock/due")
@RolesAllowed({Roles.REVIEWER, Roles.SUPERVISOR, Roles.AUDITOR, Roles.OPERATOR})
public class ClockResource {

    private final ExplainDueTime explainDueTime;

    @Inject
    public ClockResource(ExplainDueTime explainDueTime) {
        this.explainDueTime = explainDueTime;
    }

    @GET
    @NonBlocking
    public ClockView due(@QueryParam("policy") @Nullable String policy, @QueryParam("from") @Nullable String from) {
        return explainDueTime.explain(policy, from);
    }
}
