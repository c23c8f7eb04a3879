package io.zizhi.qualification.filing.evaluation;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.CurrentCaller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.qualification.form.QualificationForm;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Evaluates forms that are not saved. */
@Path("/v1/qualifications/evaluation")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.APPLICANT)
public class FormEvaluationResource {

    private final EvaluateForm evaluate;
    private final CurrentCaller caller;

    FormEvaluationResource(EvaluateForm evaluate, CurrentCaller caller) {
        this.evaluate = evaluate;
        this.caller = caller;
    }

    /** Checks the form in the request against every rule, like a saved one. Nothing is stored. */
    @POST
    @Operation(operationId = "evaluateForm")
    public Uni<EvaluationView> evaluate(@NotNull(message = "BODY_REQUIRED") @Valid QualificationForm form) {
        return evaluate.handle(caller.get(), form);
    }
}
