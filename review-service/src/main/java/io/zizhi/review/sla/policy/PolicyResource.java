package io.zizhi.review.sla.policy;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.EntityTags;
import io.zizhi.platform.http.IfMatch;
import io.zizhi.platform.http.Page;
import io.zizhi.platform.identity.CurrentCaller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.openapi.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The policies of the review clock. */
@Path("/v1/clock/policies")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.REVIEWER, Roles.SUPERVISOR, Roles.AUDITOR, Roles.OPERATOR})
public class PolicyResource {

    private final ReadPolicies readPolicies;
    private final ChangePolicy changePolicy;
    private final CurrentCaller caller;

    PolicyResource(ReadPolicies readPolicies, ChangePolicy changePolicy, CurrentCaller caller) {
        this.readPolicies = readPolicies;
        this.changePolicy = changePolicy;
        this.caller = caller;
    }

    /** Lists the policies in force, by name. */
    @GET
    @Operation(operationId = "listClockPolicies")
    public Uni<Page<PolicyView>> all() {
        return readPolicies.all();
    }

    /**
     * Shows the policy in force; its {@code ETag} is its version.
     *
     * @param name name of the policy, for example {@code STANDARD}
     */
    @GET
    @Path("/{name}")
    @Operation(operationId = "getClockPolicy")
    @Refusal(status = 404, code = "CLOCK_POLICY_UNKNOWN", when = "There is no such policy.")
    public Uni<RestResponse<PolicyView>> newest(@PathParam("name") String name) {
        return readPolicies.newest(name).map(PolicyResource::tagged);
    }

    /**
     * Lists all versions of a policy, the newest first. Versions never change.
     *
     * @param name name of the policy
     */
    @GET
    @Path("/{name}/versions")
    @Operation(operationId = "listClockPolicyVersions")
    @Refusal(status = 404, code = "CLOCK_POLICY_UNKNOWN", when = "There is no such policy.")
    public Uni<Page<PolicyView>> versions(@PathParam("name") String name) {
        return readPolicies.versions(name);
    }

    /**
     * Changes a policy by a new version. It applies to new submissions, and unfinished reviews are recomputed. An
     * unchanged policy creates no new version. The same operator may repeat the same change and gets the same answer.
     *
     * @param name name of the policy
     */
    @PUT
    @Path("/{name}")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(operationId = "changeClockPolicy")
    @Refusal(status = 404, code = "CLOCK_POLICY_UNKNOWN", when = "There is no such policy.")
    public Uni<RestResponse<PolicyView>> change(
            @PathParam("name") String name,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull(message = "BODY_REQUIRED") @Valid PolicyRequest policy) {
        return changePolicy
                .change(name, IfMatch.version(ifMatch), policy, caller.get())
                .map(PolicyResource::tagged);
    }

    private static RestResponse<PolicyView> tagged(PolicyView view) {
        return EntityTags.tagged(view, view.version());
    }
}
