package io.zizhi.review.queue;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.Page;
import io.zizhi.platform.http.PageRequest;
import io.zizhi.platform.identity.CurrentCaller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.openapi.Refusal;
import io.zizhi.review.desk.ReviewStatus;
import io.zizhi.review.desk.ReviewView;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
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
    private final CurrentCaller caller;

    @Inject
    public QueueResource(ReadQueue readQueue, CurrentCaller caller) {
        this.readQueue = readQueue;
        this.caller = caller;
    }

    /**
     * Lists reviews by due time, the most urgent first. Without a status those that are not finished.
     *
     * @param status only those that stand there
     * @param mine {@code true} for those that the caller holds or decided
     */
    @GET
    @RolesAllowed({Roles.REVIEWER, Roles.SUPERVISOR, Roles.AUDITOR})
    @Operation(operationId = "listReviews")
    @Refusal(status = 400, code = "STATUS_UNKNOWN", when = "`status` is none of the statuses.")
    @Refusal(status = 400, code = "PARAMETER_INVALID", when = "`mine` is neither `true` nor `false`.")
    public Uni<Page<ReviewView>> queue(
            @Parameter(schema = @Schema(implementation = ReviewStatus.class)) @QueryParam("status") @Nullable
                    String status,
            @Parameter(schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
                    @QueryParam("mine")
                    @Nullable
                    String mine,
            @BeanParam PageRequest page) {
        return readQueue.read(QueueFilter.of(status, mine, caller.get()), page);
    }
}
