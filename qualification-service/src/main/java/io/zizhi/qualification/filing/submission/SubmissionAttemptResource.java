package io.zizhi.qualification.filing.submission;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.internal.Callers;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.operations.reservation.OutcomesRequest;
import io.zizhi.platform.operations.reservation.OutcomesView;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Outcomes of attempts to submit, for the services that reserve documents and phones for them. */
@Path("/internal/v1/submission-attempts")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.SERVICE)
@Callers({"document-service", "notification-service"})
public class SubmissionAttemptResource {

    private final SettleAttempt settle;

    SubmissionAttemptResource(SettleAttempt settle) {
        this.settle = settle;
    }

    /**
     * Returns the outcome of attempts to submit qualifications, letters and rows of imports. An attempt that has not
     * succeeded yet fails by this call: the answer is `NOT_SUBMITTED`, and an acceptance still in progress is refused.
     * So ask only after the term of a reservation. A later attempt may submit the same revision.
     */
    @POST
    @Path("/outcomes")
    @Operation(operationId = "settleSubmissionAttempts")
    public Uni<OutcomesView> settle(@NotNull(message = "BODY_REQUIRED") @Valid OutcomesRequest request) {
        return Multi.createFrom()
                .iterable(request.attempts())
                .onItem()
                .transformToUniAndConcatenate(settle::settle)
                .collect()
                .asList()
                .map(OutcomesView::new);
    }
}
