package io.zizhi.qualification.filing.urging;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.CurrentCaller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.openapi.Refusal;
import io.zizhi.qualification.model.qualification.QualificationView;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Urges the review desk (催办). */
@Path("/v1/qualifications/{id: [0-9]{1,16}}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.APPLICANT)
public class UrgeResource {

    private final UrgeQualification urge;
    private final CurrentCaller caller;

    UrgeResource(UrgeQualification urge, CurrentCaller caller) {
        this.urge = urge;
        this.caller = caller;
    }

    /**
     * Asks the review desk to hurry. Possible once per submission, after {@code zizhi.urge.after} (by default 20
     * minutes). The desk sees the request; the due time does not change.
     *
     * @param id id of the qualification
     */
    @POST
    @Path("/urge")
    @Operation(operationId = "urgeQualification")
    @Refusal(status = 404, code = "QUALIFICATION_NOT_FOUND", when = "The account has no such qualification.")
    @Refusal(status = 409, code = "ILLEGAL_TRANSITION", when = "The qualification is not in review.")
    @Refusal(status = 409, code = "ALREADY_URGED", when = "This submission was already urged.")
    @Refusal(
            status = 409,
            code = "URGE_TOO_EARLY",
            when = "The submission is younger than `zizhi.urge.after`, by default 20 minutes.")
    public Uni<QualificationView> urge(@PathParam("id") long id) {
        return urge.handle(caller.get(), id);
    }
}
