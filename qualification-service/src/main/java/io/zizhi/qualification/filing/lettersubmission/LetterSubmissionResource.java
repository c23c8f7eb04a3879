package io.zizhi.qualification.filing.lettersubmission;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.EntityTags;
import io.zizhi.platform.http.IfMatch;
import io.zizhi.platform.identity.CurrentCaller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.openapi.Refusal;
import io.zizhi.qualification.filing.submission.IdempotencyKey;
import io.zizhi.qualification.filing.submission.SubmissionRequest;
import io.zizhi.qualification.model.letter.LetterView;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Submits and withdraws letters that are reviewed alone. */
@Path("/v1/authorization-letters/{id: [0-9]{1,16}}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.APPLICANT)
@Refusal(status = 404, code = "LETTER_NOT_FOUND", when = "The account has no such letter.")
public class LetterSubmissionResource {

    private final SubmitLetter submit;
    private final WithdrawLetter withdraw;
    private final CurrentCaller caller;

    LetterSubmissionResource(SubmitLetter submit, WithdrawLetter withdraw, CurrentCaller caller) {
        this.submit = submit;
        this.withdraw = withdraw;
        this.caller = caller;
    }

    /**
     * Submits a letter for its own review under a work order. The result is sent by SMS to the contact of the account's
     * newest qualification for the same company, so no phone has to be verified. Without such a contact, only the
     * letter shows the result. Repeating the request with the same key returns the original response.
     *
     * @param id id of the letter
     * @param key chosen by the client for this submission, for example a UUID; use a new key for every submission
     */
    @POST
    @Path("/submission")
    @Operation(operationId = "submitLetter")
    @Refusal(status = 400, code = "IDEMPOTENCY_KEY_REQUIRED", when = "The header `Idempotency-Key` is missing.")
    @Refusal(
            status = 400,
            code = "IDEMPOTENCY_KEY_INVALID",
            when = "The `Idempotency-Key` is not 1 to 100 visible ASCII characters.")
    @Refusal(status = 409, code = "ILLEGAL_TRANSITION", when = "The letter cannot be submitted in its current status.")
    @Refusal(
            status = 409,
            code = "DOCUMENT_NOT_USABLE",
            when = "The image can no longer be used: evaluate the letter again.")
    @Refusal(status = 422, code = "PRECHECK_FAILED", when = "A rule failed; `errors` names the rule and the field.")
    @Refusal(
            status = 422,
            code = "IDEMPOTENCY_KEY_REUSED",
            when = "The `Idempotency-Key` was already used for another submission.")
    @Refusal(
            status = 503,
            code = "DOCUMENT_SERVICE_UNAVAILABLE",
            when = "document-service is unavailable. Nothing was changed; retry later.")
    @Refusal(
            status = 503,
            code = "SUBMISSION_ABANDONED",
            when = "The submission took longer than ten minutes. Nothing was changed; repeat the request.")
    public Uni<RestResponse<LetterView>> submit(
            @PathParam("id") long id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Parameter(
                            schema = @Schema(pattern = "[\\x21-\\x7E]{1,100}"),
                            example = "0191d3c2-6c3f-7b8e-9a52-3f1f6b0a7c11")
                    @HeaderParam("Idempotency-Key")
                    @Nullable
                    String key) {
        return submit.handle(new SubmissionRequest(caller.get(), id, IfMatch.version(ifMatch), IdempotencyKey.of(key)))
                .map(LetterSubmissionResource::tagged);
    }

    /**
     * Withdraws a letter that is reviewed alone. A withdrawal takes precedence over a simultaneous decision.
     *
     * @param id id of the letter
     */
    @POST
    @Path("/withdrawal")
    @Operation(operationId = "withdrawLetter")
    @Refusal(status = 409, code = "ILLEGAL_TRANSITION", when = "The letter is not in review.")
    @Refusal(
            status = 409,
            code = "LETTER_TRAVELS",
            when = "The letter is reviewed together with a qualification: withdraw the qualification.")
    public Uni<RestResponse<LetterView>> withdraw(
            @PathParam("id") long id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return withdraw.handle(caller.get(), id, IfMatch.version(ifMatch)).map(LetterSubmissionResource::tagged);
    }

    private static RestResponse<LetterView> tagged(LetterView view) {
        return EntityTags.tagged(view, view.version());
    }
}
