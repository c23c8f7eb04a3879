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

/** Team metrics over a period. */
@Path("/v1/reviews/figures")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.REVIEWER, Roles.SUPERVISOR, Roles.AUDITOR})
@Refusal(status = 400, code = "PARAMETER_INVALID", when = "`from` or `to` is not an instant.")
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
     * Returns the durations of reviews decided in a period: until the first reviewer and until the decision, in open
     * time and in wall-clock time, and how many missed their target. Figures are given per clock policy and in total.
     */
    @GET
    @Path("/durations")
    @Operation(operationId = "getReviewDurations")
    public Uni<DurationsView> durations(@BeanParam PeriodParameters period) {
        return readDurations.read(period);
    }

    /**
     * Lists each reviewer's decisions in a period, and how often second reviewers confirmed the reviewer's proposals.
     * Ordered by id. Omits reviewers without decisions and checked proposals. Reviewers see only their own figures.
     */
    @GET
    @Path("/reviewers")
    @RolesAllowed({Roles.REVIEWER, Roles.SUPERVISOR})
    @Operation(operationId = "listReviewerFigures")
    public Uni<Page<ReviewerFiguresView>> reviewers(@BeanParam PeriodParameters period, @BeanParam PageRequest page) {
        return readReviewerFigures.read(period, page, caller.get());
    }

    /** Returns the reasons of rejections and of supplement requests in a period. */
    @GET
    @Path("/reasons")
    @Operation(operationId = "getReasonFigures")
    public Uni<ReasonFiguresView> reasons(@BeanParam PeriodParameters period) {
        return readReasonFigures.read(period);
    }
}
