package io.zizhi.review.desk;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.Page;
import io.zizhi.platform.http.PageRequest;
import io.zizhi.platform.identity.CurrentCaller;
import io.zizhi.platform.identity.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/**
 * The desk: queue, one review, and taking it, keeping it and giving it back. A supervisor may do here and at the decision
 * what a reviewer may, under the same lease: who answers for nothing being late has to be able to step in when nobody
 * else takes a review in time.
 */
@Path("/v1/reviews")
@RolesAllowed({Roles.REVIEWER, Roles.SUPERVISOR})
public class ReviewResource {

    private final ReadQueue readQueue;
    private final ReadReview readReview;
    private final ClaimReview claimReview;
    private final RenewLease renewLease;
    private final ReleaseReview releaseReview;
    private final CurrentCaller caller;

    @Inject
    public ReviewResource(
            ReadQueue readQueue,
            ReadReview readReview,
            ClaimReview claimReview,
            RenewLease renewLease,
            ReleaseReview releaseReview,
            CurrentCaller caller) {
        this.readQueue = readQueue;
        this.readReview = readReview;
        this.claimReview = claimReview;
        this.renewLease = renewLease;
        this.releaseReview = releaseReview;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Roles.REVIEWER, Roles.SUPERVISOR, Roles.AUDITOR})
    public Uni<Page<ReviewView>> queue(
            @QueryParam("status") @Nullable String status,
            @QueryParam("mine") @Nullable String mine,
            @BeanParam PageRequest page) {
        return readQueue.read(QueueFilter.of(status, mine, caller.get()), page);
    }

    @GET
    @Path("/{workOrder}")
    public Uni<ReviewDetailView> review(@PathParam("workOrder") long workOrder) {
        return readReview.read(workOrder, caller.get());
    }

    @POST
    @Path("/{workOrder}/claim")
    public Uni<ReviewView> claim(@PathParam("workOrder") long workOrder) {
        return claimReview.claim(workOrder, caller.get());
    }

    @POST
    @Path("/{workOrder}/heartbeat")
    public Uni<ReviewView> heartbeat(@PathParam("workOrder") long workOrder) {
        return renewLease.renew(workOrder, caller.get());
    }

    @POST
    @Path("/{workOrder}/release")
    public Uni<ReviewView> release(@PathParam("workOrder") long workOrder) {
        return releaseReview.release(workOrder, caller.get());
    }
}
