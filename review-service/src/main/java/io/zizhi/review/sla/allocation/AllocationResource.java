package io.zizhi.review.sla.allocation;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.EntityTags;
import io.zizhi.platform.http.IfMatch;
import io.zizhi.platform.http.Page;
import io.zizhi.platform.identity.CurrentCaller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.review.sla.settings.ClockDataRepository;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The policy allocation of the review clock. */
@Path("/v1/clock/allocation")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.REVIEWER, Roles.SUPERVISOR, Roles.AUDITOR, Roles.OPERATOR})
public class AllocationResource {

    private final ClockDataRepository clockData;
    private final ChangeAllocation changeAllocation;
    private final PreviewAllocation previewAllocation;
    private final CurrentCaller caller;

    AllocationResource(
            ClockDataRepository clockData,
            ChangeAllocation changeAllocation,
            PreviewAllocation previewAllocation,
            CurrentCaller caller) {
        this.clockData = clockData;
        this.changeAllocation = changeAllocation;
        this.previewAllocation = previewAllocation;
        this.caller = caller;
    }

    /** Shows the policy allocation: rules, of which the first that matches decides. The {@code ETag} is its version. */
    @GET
    @Operation(operationId = "getClockAllocation")
    @WithSession
    public Uni<RestResponse<AllocationView>> newest() {
        return clockData
                .allocation()
                .current()
                .map(List::getFirst) // the service seeds the first version
                .map(AllocationView::from)
                .map(AllocationResource::tagged);
    }

    /** Lists all versions of the policy allocation, the newest first. Versions never change. */
    @GET
    @Path("/versions")
    @Operation(operationId = "listClockAllocationVersions")
    @WithSession
    public Uni<Page<AllocationView>> versions() {
        return clockData
                .allocation()
                .history()
                .map(versions ->
                        new Page<>(versions.stream().map(AllocationView::from).toList(), null));
    }

    /**
     * Changes the policy allocation by a new version of all rules. It applies to new submissions, and unfinished
     * reviews are recomputed. Unchanged rules create no new version. The same operator may repeat the same change and
     * gets the same answer.
     */
    @PUT
    @RolesAllowed(Roles.OPERATOR)
    @Operation(operationId = "changeClockAllocation")
    public Uni<RestResponse<AllocationView>> change(
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull(message = "BODY_REQUIRED") @Valid AllocationRequest allocation) {
        return changeAllocation
                .change(IfMatch.version(ifMatch), allocation, caller.get())
                .map(AllocationResource::tagged);
    }

    /** Previews other rules: which reviews would get another policy or due time. Changes nothing. */
    @POST
    @Path("/preview")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(operationId = "previewClockAllocation")
    public Uni<AllocationPreviewView> preview(@NotNull(message = "BODY_REQUIRED") @Valid AllocationRequest allocation) {
        return previewAllocation.preview(allocation);
    }

    private static RestResponse<AllocationView> tagged(AllocationView view) {
        return EntityTags.tagged(view, view.version());
    }
}
