package io.zizhi.qualification.filing.letterevaluation;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.CurrentCaller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.openapi.Refusal;
import io.zizhi.qualification.filing.evaluation.EvaluationView;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Evaluates letters. */
@Path("/v1/authorization-letters/{id: [0-9]{1,16}}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.APPLICANT)
public class LetterEvaluationResource {

    private final EvaluateLetter evaluate;
    private final CurrentCaller caller;

    LetterEvaluationResource(EvaluateLetter evaluate, CurrentCaller caller) {
        this.evaluate = evaluate;
        this.caller = caller;
    }

    /**
     * Checks a letter against every rule of letters without changing anything. Submission runs the same rules and is
     * rejected if one fails. A rule that cannot be checked at the moment is {@code UNKNOWN}.
     *
     * @param id id of the letter
     */
    @POST
    @Path("/evaluation")
    @Operation(operationId = "evaluateLetter")
    @Refusal(status = 404, code = "LETTER_NOT_FOUND", when = "The account has no such letter.")
    public Uni<EvaluationView> evaluate(@PathParam("id") long id) {
        return evaluate.handle(caller.get(), id);
    }
}
