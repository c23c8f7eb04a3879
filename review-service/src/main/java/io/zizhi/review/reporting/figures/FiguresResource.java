package io.zizhi.review.reporting.figures;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.Page;
import io.zizhi.platform.http.PageRequest;
import io.zizhi.platform.identity.CurrentCaller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.openapi.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Figures for the floor over a period. */
@Path("/v1/reviews/figures")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.REVIEWER, Roles.SUPERVISOR, Roles.AUDITOR})
@Refusal(status = 400, code = "PARAMETER_INVALID", when = "`from` or `to` is no instant.")
@Refusal(status = 400, code = "PERIOD_EMPTY", when = "The period ends before it begins.")
@Refusal(status = 400, code = "PERIOD_TOO_LONG", when = "The period is longer than 92 days.")
public class FiguresResource {

    private final ReadDurations readDurations;
    private final ReadReviewerFigures readReviewerFigures;
    private final ReadReasonFigures readReasonFigures;
    private final CurrentCaller caller;

    public FiguresResource(
            ReadDurations readDurations,
            ReadReviewerFigures readReviewerFigures,
            ReadReasonFigures readReasonFigures,
            CurrentCaller caller) {
        this.readDurations = readDurations;
        this.readReviewerFigures = readReviewerFigures;
        this.readReasonFigures = readReasonFigures;
        this.caller = caller;
    }

    /**
     * Tells how long the reviews took that were decided in a period, to the first reviewer and to the decision, in open time
     * and by the clock on the wall, and how many missed their target; of each clock policy and of all.
     */
    @GET
    @Path("/durations")
    @Operation(operationId = "getReviewDurations")
    public Uni<DurationsView> durations(@BeanParam PeriodParameters period) {
        return readDurations.read(period);
    }

    /**
     * Lists what each reviewer decided in a period, and how often second persons agreed with what they proposed, by their ids;
     * of whom there is neither is not there. A reviewer sees only themselves.
     */
    @GET
    @Path("/reviewers")
    @RolesAllowed({Roles.REVIEWER, Roles.SUPERVISOR})
    @Operation(operationId = "listReviewerFigures")
    public Uni<Page<ReviewerFiguresView>> reviewers(@BeanParam PeriodParameters period, @BeanParam PageRequest page) {
        return readReviewerFigures.read(period, page, caller.get());
    }

    /** Tells for which reasons submissions were rejected in a period, and for which more material was asked for. */
    @GET
    @Path("/reasons")
    @Operation(operationId = "getReasonFigures")
    public Uni<ReasonFiguresView> reasons(@BeanParam PeriodParameters period) {
        return readReasonFigures.read(period);
    }
}
