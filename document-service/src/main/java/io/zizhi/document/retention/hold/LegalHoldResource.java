package io.zizhi.document.retention.hold;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.zizhi.document.storage.hold.HoldRepository;
import io.zizhi.platform.database.KeysetList;
import io.zizhi.platform.database.KeysetList.SortKey;
import io.zizhi.platform.http.Page;
import io.zizhi.platform.http.PageRequest;
import io.zizhi.platform.http.Parameters;
import io.zizhi.platform.identity.CurrentCaller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.openapi.Refusal;
import io.zizhi.platform.operations.Reason;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Legal holds on the documents of accounts. */
@Path("/v1/operations/legal-holds")
@Produces(MediaType.APPLICATION_JSON)
public class LegalHoldResource {

    private static final KeysetList<LegalHoldView> HOLDS = new KeysetList<>(
                    "select " + HoldRepository.COLUMNS + " from legal_hold",
                    LegalHoldView::from,
                    List.of(SortKey.number("id", LegalHoldView::id)))
            .descending();

    private final SetLegalHold set;
    private final LiftLegalHold lift;
    private final CurrentCaller caller;

    LegalHoldResource(SetLegalHold set, LiftLegalHold lift, CurrentCaller caller) {
        this.set = set;
        this.lift = lift;
        this.caller = caller;
    }

    /**
     * Lists legal holds, the newest first.
     *
     * @param state only holds in this state; by default all
     * @param accountId only holds of this account
     */
    @GET
    @RolesAllowed({Roles.AUDITOR, Roles.OPERATOR})
    @Operation(operationId = "listLegalHolds")
    @Refusal(status = 400, code = "PARAMETER_INVALID", when = "A parameter is invalid; `errors` names it.")
    @WithSession
    public Uni<Page<LegalHoldView>> list(
            @Parameter(schema = @Schema(implementation = LegalHoldState.class)) @QueryParam("state") @Nullable
                    String state,
            @QueryParam("accountId") @Nullable String accountId,
            @BeanParam PageRequest page) {
        LegalHoldState asked = Parameters.oneOf(LegalHoldState.class, "?state", state);
        String account = Parameters.text("?accountId", accountId);
        return HOLDS.page(page, query -> {
            query.where("account_id = :accountId", "accountId", account);
            return asked == null
                    ? query
                    : query.where(asked == LegalHoldState.ACTIVE ? "lifted_at is null" : "lifted_at is not null");
        });
    }

    /**
     * Sets a legal hold. From then on nothing that it covers is removed: not by its owner, not by retention, and not by
     * the erasure of the account, which waits. The hold is recorded in the audit log.
     */
    @POST
    @RolesAllowed(Roles.OPERATOR)
    @ResponseStatus(201)
    @Operation(operationId = "setLegalHold")
    @Refusal(status = 404, code = "DOCUMENT_NOT_FOUND", when = "The account has no such document.")
    @Refusal(status = 409, code = "HOLD_EXISTS", when = "The same hold is active already.")
    @Refusal(status = 409, code = "ACCOUNT_ERASED", when = "The account was erased, so there is nothing to hold.")
    public Uni<LegalHoldView> set(@NotNull(message = "BODY_REQUIRED") @Valid LegalHoldRequest request) {
        return set.set(request, caller.get());
    }

    /**
     * Lifts a legal hold, with a reason that is recorded in the audit log. Withheld erasures and removals then
     * continue.
     *
     * @param id id of the hold
     */
    @POST
    @Path("/{id: \\d{1,18}}/lift")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(operationId = "liftLegalHold")
    @Refusal(status = 404, code = "HOLD_NOT_FOUND", when = "There is no active hold with this id.")
    public Uni<LegalHoldView> lift(@PathParam("id") long id, @NotNull(message = "BODY_REQUIRED") @Valid Reason reason) {
        return lift.lift(id, reason.reason(), caller.get());
    }
}
