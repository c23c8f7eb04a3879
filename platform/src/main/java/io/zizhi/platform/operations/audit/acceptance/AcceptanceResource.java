package io.zizhi.platform.operations.audit.acceptance;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.Page;
import io.zizhi.platform.http.PageRequest;
import io.zizhi.platform.http.Parameters;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.identity.CurrentCaller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.openapi.Refusal;
import io.zizhi.platform.operations.audit.RecordAuditRead;
import io.zizhi.platform.operations.twopersons.TwoPersonState;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Acceptances of proven damage of the audit log. One person requests each, and an auditor confirms it. */
@Path("/v1/audit-verifications/acceptances")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.AUDITOR, Roles.OPERATOR})
@Refusal(
        status = 403,
        code = "AUDITOR_CONFLICTED",
        when = "The caller's token names an account, so the caller may be an applicant.")
public class AcceptanceResource {

    private final SealChains sealChains;
    private final RequestAcceptance requestAcceptance;
    private final ConfirmAcceptance confirmAcceptance;
    private final CancelAcceptance cancelAcceptance;
    private final AcceptanceRepository acceptances;
    private final CurrentCaller caller;

    AcceptanceResource(
            SealChains sealChains,
            RequestAcceptance requestAcceptance,
            ConfirmAcceptance confirmAcceptance,
            CancelAcceptance cancelAcceptance,
            AcceptanceRepository acceptances,
            CurrentCaller caller) {
        this.sealChains = sealChains;
        this.requestAcceptance = requestAcceptance;
        this.confirmAcceptance = confirmAcceptance;
        this.cancelAcceptance = cancelAcceptance;
        this.acceptances = acceptances;
        this.caller = caller;
    }

    /**
     * Lists requests to accept damage of the audit log, oldest first. `signed` is false for requests that were not
     * made through this service.
     *
     * @param state only requests in this state; by default open requests
     */
    @GET
    @Operation(operationId = "listAuditAcceptances")
    @Refusal(status = 400, code = "PARAMETER_INVALID", when = "A parameter is invalid; `errors` names it.")
    @WithSession
    public Uni<Page<AcceptanceView>> list(
            @Parameter(schema = @Schema(implementation = TwoPersonState.class)) @QueryParam("state") @Nullable
                    String state,
            @BeanParam PageRequest page) {
        person();
        return acceptances
                .page(Parameters.oneOf(TwoPersonState.class, "?state", state), page)
                .map(found -> found.map(acceptances::view));
    }

    /**
     * Requests to accept proven damage of the audit log. Nothing is accepted until an auditor confirms. Investigate
     * first: an acceptance states that nothing more can be found out or repaired.
     */
    @POST
    @ResponseStatus(201)
    @Operation(operationId = "requestAuditAcceptance")
    @Refusal(status = 400, code = "FIELD_REQUIRED", when = "The request names neither a chain nor evidence.")
    @Refusal(
            status = 400,
            code = "AUDIT_CHAIN_UNKNOWN",
            when = "The log has no such chain, and `evidence` does not prove that it once had one.")
    @Refusal(status = 409, code = "AUDIT_NOT_ANCHORED", when = "This service does not anchor its audit log.")
    public Uni<AcceptanceView> request(@NotNull(message = "BODY_REQUIRED") @Valid AcceptanceRequest request) {
        Caller person = person();
        request.requireSubject();
        return sealChains.seal(request, person).chain(content -> requestAcceptance.request(content, person));
    }

    /**
     * Confirms the request of another person. From now on, verifications show the findings as accepted, with the id of
     * the acceptance. What changes after the request is found again.
     *
     * @param id id of the acceptance
     */
    @POST
    @Path("/{id: \\d{1,18}}/confirmation")
    @RolesAllowed(Roles.AUDITOR)
    @Operation(operationId = "confirmAuditAcceptance")
    @Refusal(status = 404, code = "AUDIT_ACCEPTANCE_NOT_FOUND", when = "This acceptance does not exist.")
    @Refusal(status = 403, code = "SECOND_PERSON_REQUIRED", when = "Another person must confirm the acceptance.")
    @Refusal(
            status = 409,
            code = "AUDIT_ACCEPTANCE_CLOSED",
            when = "The acceptance was already confirmed or cancelled.")
    @Refusal(
            status = 409,
            code = "AUDIT_ACCEPTANCE_CHANGED",
            when = "The request was not made through this service, but in its database.")
    @Refusal(status = 409, code = "AUDIT_NOT_ANCHORED", when = "This service does not anchor its audit log.")
    public Uni<AcceptanceView> confirm(@PathParam("id") long id) {
        return confirmAcceptance.confirm(id, person());
    }

    /**
     * Cancels a request without accepting anything.
     *
     * @param id id of the acceptance
     */
    @POST
    @Path("/{id: \\d{1,18}}/cancellation")
    @Operation(operationId = "cancelAuditAcceptance")
    @Refusal(status = 404, code = "AUDIT_ACCEPTANCE_NOT_FOUND", when = "This acceptance does not exist.")
    @Refusal(
            status = 409,
            code = "AUDIT_ACCEPTANCE_CLOSED",
            when = "The acceptance was already confirmed or cancelled.")
    public Uni<AcceptanceView> cancel(@PathParam("id") long id) {
        return cancelAcceptance.cancel(id, person());
    }

    private Caller person() {
        Caller person = caller.get();
        RecordAuditRead.requireNoAccount(person);
        return person;
    }
}
