package io.zizhi.review.worklist.queue;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.Page;
import io.zizhi.platform.http.PageRequest;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.identity.CurrentCaller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.openapi.Refusal;
import io.zizhi.review.review.ReviewStatus;
import io.zizhi.review.review.ReviewView;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The queue of the desk. */
@Path("/v1/reviews")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.REVIEWER, Roles.SUPERVISOR})
public class QueueResource {

    private final ReadQueue readQueue;
    private final QueueRepository reviews;
    private final ClaimNextReview claimNextReview;
    private final CurrentCaller caller;

    public QueueResource(
            ReadQueue readQueue, QueueRepository reviews, ClaimNextReview claimNextReview, CurrentCaller caller) {
        this.readQueue = readQueue;
        this.reviews = reviews;
        this.claimNextReview = claimNextReview;
        this.caller = caller;
    }

    /**
     * Lists reviews by due time, the most urgent first, so that reviews past their target come first. Without a status
     * it lists unfinished reviews. Outcome and decider of a review are listed for supervisors, auditors and reviewers
     * who took part in its decision. Callers with a conflict of interest see them only once the decision is published.
     *
     * @param status only reviews with this status
     * @param mine {@code true} for reviews that the caller holds or decided
     */
    @GET
    @RolesAllowed({Roles.REVIEWER, Roles.SUPERVISOR, Roles.AUDITOR})
    @Operation(operationId = "listReviews")
    @Refusal(status = 400, code = "STATUS_UNKNOWN", when = "`status` is not a status of reviews.")
    @Refusal(status = 400, code = "PARAMETER_INVALID", when = "A filter has an invalid value.")
    public Uni<Page<ReviewView>> queue(
            @Parameter(schema = @Schema(implementation = ReviewStatus.class)) @QueryParam("status") @Nullable
                    String status,
            @Parameter(schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
                    @QueryParam("mine")
                    @Nullable
                    String mine,
            @BeanParam ReviewFilterParameters filter,
            @BeanParam PageRequest page) {
        Caller reader = caller.get();
        return readQueue.read(QueueFilter.of(status, mine, filter.toFilter(), reader), page, reader);
    }

    /** Counts the unfinished reviews, grouped by the values they can be filtered by. */
    @GET
    @Path("/counts")
    @RolesAllowed({Roles.REVIEWER, Roles.SUPERVISOR, Roles.AUDITOR})
    @Operation(operationId = "countReviews")
    @Refusal(status = 400, code = "PARAMETER_INVALID", when = "A filter has an invalid value.")
    @WithSession
    public Uni<QueueCountsView> counts(@BeanParam ReviewFilterParameters filter) {
        return reviews.count(filter.toFilter(), caller.get().subject()).map(QueueCountsView::from);
    }

    /**
     * Claims, for 15 minutes, the first review in the queue that the caller may take. It is open, or somebody else has
     * proposed its decision and nobody is checking it yet. Concurrent callers get different reviews. To learn whether
     * an earlier call succeeded, list with {@code mine=true}.
     */
    @POST
    @Path("/next")
    @Operation(operationId = "claimNextReview")
    @Refusal(status = 400, code = "PARAMETER_INVALID", when = "A filter has an invalid value.")
    @Refusal(status = 404, code = "QUEUE_EMPTY", when = "The queue has no review that the caller may take.")
    public Uni<ReviewView> next(@BeanParam ReviewFilterParameters filter) {
        return claimNextReview.claimNext(filter.toFilter(), caller.get());
    }
}
