package io.zizhi.platform.operations.audit.verification;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.CurrentCaller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.openapi.Refusal;
import io.zizhi.platform.operations.audit.RecordAuditRead;
import io.zizhi.platform.operations.audit.anchor.Anchors;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Verification of the audit log. */
@Path("/v1/audit-verifications")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.AUDITOR)
@Refusal(
        status = 403,
        code = "AUDITOR_CONFLICTED",
        when = "The caller's token names an account, so the caller may be an applicant.")
public class VerificationResource {

    private final VerifyPage verifyPage;
    private final RecordVerification recordVerification;
    private final Anchors anchors;
    private final CurrentCaller caller;

    VerificationResource(
            VerifyPage verifyPage, RecordVerification recordVerification, Anchors anchors, CurrentCaller caller) {
        this.verifyPage = verifyPage;
        this.recordVerification = recordVerification;
        this.anchors = anchors;
        this.caller = caller;
    }

    /**
     * Verifies the next page of this service's audit log. Follow `nextCursor` to the end: the log is intact if no page
     * has a finding that is not accepted. Rows that are younger than the last anchor are compared with each other only.
     * The start of each phase of a verification is recorded in the audit log.
     */
    @POST
    @Operation(operationId = "verifyAudit")
    @Refusal(
            status = 400,
            code = "CURSOR_INVALID",
            when = "`cursor` is not the `nextCursor` of a page of this verification.")
    public Uni<VerificationView> verify(@NotNull(message = "BODY_REQUIRED") @Valid VerificationRequest request) {
        return begin(request.cursor())
                .chain(verifyPage::verify)
                .map(step -> VerificationView.from(step, anchors.signed().isPresent()));
    }

    private Uni<Progress> begin(@Nullable String cursor) {
        RecordAuditRead.requireNoAccount(caller.get());
        Progress progress = cursor == null ? Progress.START : Progress.of(cursor);
        return progress.startsPhase()
                ? recordVerification.begin(caller.get()).replaceWith(progress)
                : Uni.createFrom().item(progress);
    }
}
