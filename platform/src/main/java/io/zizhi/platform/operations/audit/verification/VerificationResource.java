package io.zizhi.platform.operations.audit.verification;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.identity.CurrentCaller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.openapi.Refusal;
import io.zizhi.platform.operations.audit.RecordAuditRead;
import io.zizhi.platform.operations.audit.anchor.Anchors;
import io.zizhi.platform.operations.audit.verification.VerificationCursors.Continued;
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
    private final VerificationCursors cursors;
    private final Anchors anchors;
    private final CurrentCaller caller;

    VerificationResource(
            VerifyPage verifyPage,
            RecordVerification recordVerification,
            VerificationCursors cursors,
            Anchors anchors,
            CurrentCaller caller) {
        this.verifyPage = verifyPage;
        this.recordVerification = recordVerification;
        this.cursors = cursors;
        this.anchors = anchors;
        this.caller = caller;
    }

    /**
     * Verifies the next page of this service's audit log. Follow `nextCursor` to the end: the log is intact if no page
     * has a finding that is not accepted. Rows that are younger than the last anchor are compared with each other only.
     * The start of each phase of a verification is recorded in the audit log, and so is each page whose cursor the
     * caller did not get within the last hour.
     */
    @POST
    @Operation(operationId = "verifyAudit")
    @Refusal(
            status = 400,
            code = "CURSOR_INVALID",
            when = "`cursor` is not the `nextCursor` of a page of this verification.")
    public Uni<VerificationView> verify(@NotNull(message = "BODY_REQUIRED") @Valid VerificationRequest request) {
        Caller auditor = caller.get();
        return begin(auditor, request.cursor()).chain(verifyPage::verify).map(step -> view(auditor, step));
    }

    private Uni<Progress> begin(Caller auditor, @Nullable String cursor) {
        RecordAuditRead.requireNoAccount(auditor);
        Continued continued = cursor == null ? new Continued(Progress.START, false) : cursors.read(cursor, auditor);
        return continued.recorded() && !continued.progress().startsPhase()
                ? Uni.createFrom().item(continued.progress())
                : recordVerification.begin(auditor).replaceWith(continued.progress());
    }

    private VerificationView view(Caller auditor, Step step) {
        Progress next = step.next();
        return VerificationView.from(
                step, anchors.signed().isPresent(), next == null ? null : cursors.write(next, auditor));
    }
}
