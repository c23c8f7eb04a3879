package io.zizhi.qualification.signing.binding;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.internal.Callers;
import io.zizhi.platform.identity.CurrentCaller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.openapi.Refusal;
import io.zizhi.qualification.filing.evaluation.EvaluationView;
import io.zizhi.qualification.model.signature.SignatureView;
import io.zizhi.qualification.signing.carrier.AskSignature;
import io.zizhi.qualification.signing.carrier.SignatureQuestion;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Evaluates, binds, moves and releases signatures for the systems that issue them. */
@Path("/internal/v1/signatures")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.SIGNATURE_SYSTEM)
@Callers(roles = Roles.SIGNATURE_SYSTEM)
public class InternalSignatureResource {

    private static final String ID = "{id: [0-9]{1,16}}";

    private final AskSignature ask;
    private final BindSignature bind;
    private final MoveSignature move;
    private final ReleaseSignature release;
    private final CurrentCaller caller;

    InternalSignatureResource(
            AskSignature ask, BindSignature bind, MoveSignature move, ReleaseSignature release, CurrentCaller caller) {
        this.ask = ask;
        this.bind = bind;
        this.move = move;
        this.release = release;
        this.caller = caller;
    }

    /**
     * Evaluates whether a signature can be bound to a qualification and returns the result of every rule. Changes
     * nothing.
     */
    @POST
    @Path("/evaluation")
    @Operation(operationId = "evaluateSignature")
    @Refusal(status = 404, code = "QUALIFICATION_NOT_FOUND", when = "The account has no such qualification.")
    public Uni<EvaluationView> evaluate(@NotNull(message = "BODY_REQUIRED") @Valid SignatureQuestion question) {
        return ask.handle(question);
    }

    /**
     * Binds a signature to a qualification. The qualification cannot be deleted while the signature is bound. A
     * repeated request has no effect and gets the same answer.
     */
    @POST
    @Operation(operationId = "bindSignature")
    @Refusal(status = 404, code = "QUALIFICATION_NOT_FOUND", when = "The account has no such qualification.")
    @Refusal(
            status = 409,
            code = "SIGNATURE_BOUND",
            when = "A signature with this or a similar-looking name is bound elsewhere; move it instead.")
    @Refusal(status = 422, code = "SIGNATURE_NOT_ALLOWED", when = "A rule failed; see `errors`.")
    public Uni<SignatureView> bind(@NotNull(message = "BODY_REQUIRED") @Valid SignatureQuestion question) {
        return bind.handle(caller.get(), question);
    }

    /**
     * Moves a bound signature to another qualification or letter of its account. Moving it to its current place has no
     * effect.
     *
     * @param id id of the binding
     */
    @POST
    @Path(ID + "/move")
    @Operation(operationId = "moveSignature")
    @Refusal(status = 404, code = "SIGNATURE_NOT_FOUND", when = "There is no such binding.")
    @Refusal(status = 404, code = "QUALIFICATION_NOT_FOUND", when = "The account has no such qualification.")
    @Refusal(status = 409, code = "SIGNATURE_RELEASED", when = "The signature was released; bind it again.")
    @Refusal(status = 422, code = "SIGNATURE_NOT_ALLOWED", when = "A rule failed; see `errors`.")
    public Uni<SignatureView> move(
            @PathParam("id") long id, @NotNull(message = "BODY_REQUIRED") @Valid MoveRequest where) {
        return move.handle(caller.get(), id, where);
    }

    /**
     * Releases a signature, so that its qualification and letter can be deleted again. A repeated request has no
     * effect.
     *
     * @param id id of the binding
     */
    @DELETE
    @Path(ID)
    @Operation(operationId = "releaseSignature")
    @Refusal(status = 404, code = "SIGNATURE_NOT_FOUND", when = "There is no such binding.")
    public Uni<Void> release(@PathParam("id") long id) {
        return release.handle(caller.get(), id);
    }
}
