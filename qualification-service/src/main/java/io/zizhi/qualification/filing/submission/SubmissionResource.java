package io.zizhi.qualification.filing.submission;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.EntityTags;
import io.zizhi.platform.http.IfMatch;
import io.zizhi.platform.identity.CurrentCaller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.openapi.Refusal;
import io.zizhi.qualification.model.qualification.QualificationView;
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

/** Submits and withdraws qualifications. */
@Path("/v1/qualifications/{id: [0-9]{1,16}}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.APPLICANT)
@Refusal(status = 404, code = "QUALIFICATION_NOT_FOUND", when = "The account has no such qualification.")
public class SubmissionResource {

    private final SubmitQualification submit;
    private final WithdrawQualification withdraw;
    private final CurrentCaller caller;

    SubmissionResource(SubmitQualification submit, WithdrawQualification withdraw, CurrentCaller caller) {
        this.submit = submit;
        this.withdraw = withdraw;
        this.caller = caller;
    }

    /**
     * Submits the working copy for review. It is frozen and gets a work order. Repeating the request with the same key
     * returns the original response.
     *
     * @param id id of the qualification
     * @param key chosen by the client for this submission, for example a UUID; use a new key for every submission
     */
    @POST
    @Path("/submission")
    @Operation(operationId = "submitQualification")
    @Refusal(status = 400, code = "IDEMPOTENCY_KEY_REQUIRED", when = "The header `Idempotency-Key` is missing.")
    @Refusal(
            status = 400,
            code = "IDEMPOTENCY_KEY_INVALID",
            when = "The `Idempotency-Key` is not 1 to 100 visible ASCII characters.")
    @Refusal(
            status = 409,
            code = "ILLEGAL_TRANSITION",
            when = "The qualification cannot be submitted in its current status.")
    @Refusal(
            status = 409,
            code = "NOTHING_CHANGED",
            when = "Nothing has changed since the decision on the last submission.")
    @Refusal(
            status = 409,
            code = "PHONE_VERIFICATION_NOT_USABLE",
            when = "The administrator's phone verification can no longer be used: evaluate the form again.")
    @Refusal(
            status = 409,
            code = "DOCUMENT_NOT_USABLE",
            when = "A document can no longer be used: evaluate the form again.")
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
            code = "NOTIFICATION_SERVICE_UNAVAILABLE",
            when = "notification-service is unavailable. Nothing was changed; retry later.")
    @Refusal(
            status = 503,
            code = "SUBMISSION_ABANDONED",
            when = "The submission took longer than ten minutes. Nothing was changed; repeat the request.")
    public Uni<RestResponse<QualificationView>> submit(
            @PathParam("id") long id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Parameter(
                            schema = @Schema(pattern = "[\\x21-\\x7E]{1,100}"),
                            example = "0191d3c2-6c3f-7b8e-9a52-3f1f6b0a7c11")
                    @HeaderParam("Idempotency-Key")
                    @Nullable
                    String key) {
        return submit.handle(new SubmissionRequest(caller.get(), id, IfMatch.version(ifMatch), IdempotencyKey.of(key)))
                .map(SubmissionResource::tagged);
    }

    /**
     * Withdraws a submission that is in review. A withdrawal takes precedence over a simultaneous decision. The form
     * can then be edited, or submitted again as it is. The phone need not be verified again within 30 minutes of the
     * code.
     *
     * @param id id of the qualification
     */
    @POST
    @Path("/withdrawal")
    @Operation(operationId = "withdrawQualification")
    @Refusal(status = 409, code = "ILLEGAL_TRANSITION", when = "The qualification is not in review.")
    public Uni<RestResponse<QualificationView>> withdraw(
            @PathParam("id") long id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return withdraw.handle(caller.get(), id, IfMatch.version(ifMatch)).map(SubmissionResource::tagged);
    }

    private static RestResponse<QualificationView> tagged(QualificationView view) {
        return EntityTags.tagged(view, view.version());
    }
}
