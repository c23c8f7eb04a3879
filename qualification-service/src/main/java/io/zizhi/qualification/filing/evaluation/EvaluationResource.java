package io.zizhi.qualification.filing.evaluation;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.CurrentCaller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.openapi.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Evaluates the working copies of qualifications. */
@Path("/v1/qualifications/{id: [0-9]{1,16}}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.APPLICANT)
public class EvaluationResource {

    private final EvaluateQualification evaluate;
    private final CurrentCaller caller;

    EvaluationResource(EvaluateQualification evaluate, CurrentCaller caller) {
        this.evaluate = evaluate;
        this.caller = caller;
    }

    /**
     * Checks the form against every rule without changing anything. Submission runs the same rules and is rejected if
     * one fails. A rule that cannot be checked at the moment is {@code UNKNOWN}.
     *
     * @param id id of the qualification
     */
    @POST
    @Path("/evaluation")
    @Operation(operationId = "evaluateQualification")
    @Refusal(status = 404, code = "QUALIFICATION_NOT_FOUND", when = "The account has no such qualification.")
    public Uni<EvaluationView> evaluate(@PathParam("id") long id) {
        return evaluate.handle(caller.get(), id);
    }
}
