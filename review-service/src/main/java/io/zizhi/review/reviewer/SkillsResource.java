package io.zizhi.review.reviewer;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.EntityTags;
import io.zizhi.platform.http.IfMatch;
import io.zizhi.platform.identity.CurrentCaller;
import io.zizhi.platform.identity.Roles;
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

/** The reviews that a reviewer may take. */
@Path("/v1/reviewers/{reviewerId: [A-Za-z0-9._:@-]{1,100}}/skills")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.SUPERVISOR)
public class SkillsResource {

    private final SkillsRepository skills;
    private final SetSkills setSkills;
    private final CurrentCaller caller;

    public SkillsResource(SkillsRepository skills, SetSkills setSkills, CurrentCaller caller) {
        this.skills = skills;
        this.setSkills = setSkills;
        this.caller = caller;
    }

    /**
     * Shows which reviews a reviewer may take. If their skills were never set, the answer has version 0 and no lists:
     * they may take every review.
     *
     * @param reviewerId the {@code sub} of the reviewer's tokens
     */
    @GET
    @RolesAllowed({Roles.SUPERVISOR, Roles.AUDITOR})
    @Operation(operationId = "getSkills")
    @WithSession
    public Uni<RestResponse<SkillsView>> skills(@PathParam("reviewerId") String reviewerId) {
        return skills.read(reviewerId)
                .map(stored -> SkillsView.from(reviewerId, stored))
                .map(SkillsResource::tagged);
    }

    /**
     * Sets which reviews a reviewer may take: those that match all four lists. An empty list matches everything.
     * Reviews that the reviewer already holds stay with them.
     *
     * @param reviewerId the {@code sub} of the reviewer's tokens
     */
    @PUT
    @Operation(operationId = "setSkills")
    public Uni<RestResponse<SkillsView>> set(
            @PathParam("reviewerId") String reviewerId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull(message = "BODY_REQUIRED") Skills skills) {
        return setSkills
                .set(caller.get(), reviewerId, skills, IfMatch.version(ifMatch))
                .map(SkillsResource::tagged);
    }

    private static RestResponse<SkillsView> tagged(SkillsView view) {
        return EntityTags.tagged(view, view.version());
    }
}
