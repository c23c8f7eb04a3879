package io.zizhi.qualification.filing.letter;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.EntityTags;
import io.zizhi.platform.http.IfMatch;
import io.zizhi.platform.http.Page;
import io.zizhi.platform.http.PageRequest;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.identity.CurrentCaller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.openapi.Refusal;
import io.zizhi.qualification.form.LetterForm;
import io.zizhi.qualification.form.Period;
import io.zizhi.qualification.model.letter.LetterStatus;
import io.zizhi.qualification.model.letter.LetterValidity;
import io.zizhi.qualification.model.letter.LetterView;
import io.zizhi.qualification.model.letter.OpenLetter;
import io.zizhi.qualification.peer.document.Documents;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The authorization letters (授权委托书) of the caller's account. */
@Path("/v1/authorization-letters")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.APPLICANT)
public class LetterResource {

    private static final String ID = "{id: [0-9]{1,16}}";

    private final DraftLetter draft;
    private final EditLetter edit;
    private final DeleteLetter delete;
    private final RenewLetter renew;
    private final OpenLetter open;
    private final ListLetters list;
    private final Documents documents;
    private final CurrentCaller caller;
    private final Clock clock;

    LetterResource(
            DraftLetter draft,
            EditLetter edit,
            DeleteLetter delete,
            RenewLetter renew,
            OpenLetter open,
            ListLetters list,
            Documents documents,
            CurrentCaller caller,
            Clock clock) {
        this.draft = draft;
        this.edit = edit;
        this.delete = delete;
        this.renew = renew;
        this.open = open;
        this.list = list;
        this.documents = documents;
        this.caller = caller;
        this.clock = clock;
    }

    /** Creates a draft letter. Everything except the name may be missing; the evaluation lists what is missing. */
    @POST
    @Operation(operationId = "draftLetter")
    @APIResponse(responseCode = "201", description = "The new draft.")
    @Refusal(status = 409, code = "NAME_TAKEN", when = "Another letter of the account has this name.")
    @Refusal(status = 409, code = "TOO_MANY_LETTERS", when = "The account has too many letters.")
    public Uni<RestResponse<LetterView>> draft(@NotNull(message = "BODY_REQUIRED") @Valid LetterForm form) {
        Caller applicant = caller.get();
        return draft.handle(applicant, form)
                .call(saved -> documents.name(applicant.requireAccount(), form.documents()))
                .map(LetterResource::created);
    }

    /**
     * Lists the letters of the account, newest first.
     *
     * @param status status to filter by
     * @param validity filter by whether the letter is valid today
     * @param creditCode credit code of the authorizing company to filter by
     * @param signatureName signature to filter by: only letters that cover it
     */
    @GET
    @Operation(operationId = "listLetters")
    @Refusal(status = 400, code = "STATUS_UNKNOWN", when = "`status` is not a letter status.")
    @Refusal(status = 400, code = "VALIDITY_UNKNOWN", when = "`validity` is neither `VALID` nor `INVALID`.")
    @Refusal(status = 400, code = "FIELD_TOO_LONG", when = "A filter text has more than 150 characters.")
    @Refusal(status = 400, code = "FIELD_HAS_CONTROL_CHARACTERS", when = "A filter text contains control characters.")
    public Uni<Page<LetterView>> list(
            @Parameter(schema = @Schema(implementation = LetterStatus.class)) @QueryParam("status") @Nullable
                    String status,
            @Parameter(schema = @Schema(implementation = LetterValidity.class)) @QueryParam("validity") @Nullable
                    String validity,
            @Parameter(schema = @Schema(maxLength = 150)) @QueryParam("creditCode") @Nullable String creditCode,
            @Parameter(schema = @Schema(maxLength = 150)) @QueryParam("signatureName") @Nullable String signatureName,
            @BeanParam PageRequest page) {
        return list.handle(caller.get(), ListLetters.filter(status, validity, creditCode, signatureName), page);
    }

    /**
     * Returns a letter with its form and its decision.
     *
     * @param id id of the letter
     */
    @GET
    @Path(ID)
    @Operation(operationId = "getLetter")
    @Refusal(status = 404, code = "LETTER_NOT_FOUND", when = "The account has no such letter.")
    @WithSession
    public Uni<RestResponse<LetterView>> get(@PathParam("id") long id) {
        LocalDate today = LocalDate.now(clock.withZone(Period.ZONE));
        return open.find(caller.get().requireAccount(), id)
                .map(opened -> LetterView.from(opened, today))
                .map(LetterResource::tagged);
    }

    /**
     * Replaces the form of a letter. Omitted parts are emptied.
     *
     * @param id id of the letter
     */
    @PUT
    @Path(ID)
    @Operation(operationId = "editLetter")
    @Refusal(status = 404, code = "LETTER_NOT_FOUND", when = "The account has no such letter.")
    @Refusal(
            status = 409,
            code = "ILLEGAL_TRANSITION",
            when = "The letter is in review and must be withdrawn first, or it is approved and must be renewed.")
    @Refusal(status = 409, code = "NAME_TAKEN", when = "Another letter of the account has this name.")
    public Uni<RestResponse<LetterView>> edit(
            @PathParam("id") long id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull(message = "BODY_REQUIRED") @Valid LetterForm form) {
        Caller applicant = caller.get();
        return edit.handle(applicant, id, IfMatch.version(ifMatch), form)
                .call(saved -> documents.name(applicant.requireAccount(), form.documents()))
                .map(LetterResource::tagged);
    }

    /**
     * Deletes a letter and frees its name. If it is in review, withdraw it first.
     *
     * @param id id of the letter
     */
    @DELETE
    @Path(ID)
    @Operation(operationId = "deleteLetter")
    @Refusal(status = 404, code = "LETTER_NOT_FOUND", when = "The account has no such letter.")
    @Refusal(status = 409, code = "ILLEGAL_TRANSITION", when = "The letter is in review: withdraw it first.")
    @Refusal(
            status = 409,
            code = "BOUND_SIGNATURES",
            when = "The letter covers bound signatures: release or move them first.")
    @Refusal(
            status = 409,
            code = "LETTER_IN_USE",
            when = "A qualification that is in review or in force refers to the letter.")
    public Uni<Void> delete(@PathParam("id") long id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return delete.handle(caller.get(), id, IfMatch.version(ifMatch));
    }

    /**
     * Renews an approved letter, whether or not it has expired. Creates a draft with the same parties, linked to the
     * old letter; the optional body fills it in. The renewal may start after the old letter ends, at most 180 days
     * ahead. Once approved, it is used from its first day by all qualifications that use the old letter. A letter has
     * one renewal: a repeated request returns it.
     *
     * @param id id of the letter
     */
    @POST
    @Path(ID + "/renewal")
    @Operation(operationId = "renewLetter")
    @APIResponse(responseCode = "201", description = "The draft, also if it already existed.")
    @Refusal(status = 404, code = "LETTER_NOT_FOUND", when = "The account has no such letter.")
    @Refusal(status = 409, code = "ILLEGAL_TRANSITION", when = "The letter was never approved: edit it instead.")
    @Refusal(
            status = 409,
            code = "RENEWAL_EXISTS",
            when = "The letter already has a renewal, which differs from the request: edit that one.")
    @Refusal(status = 409, code = "NAME_TAKEN", when = "Another letter took the name at the same moment; retry.")
    @Refusal(status = 409, code = "TOO_MANY_LETTERS", when = "The account has too many letters.")
    public Uni<RestResponse<LetterView>> renew(@PathParam("id") long id, @Valid @Nullable RenewalRequest request) {
        return renew.handle(caller.get(), id, Objects.requireNonNullElse(request, RenewalRequest.EMPTY))
                .map(LetterResource::created);
    }

    private static RestResponse<LetterView> created(LetterView view) {
        return EntityTags.created("/v1/authorization-letters/" + view.id(), view, view.version());
    }

    private static RestResponse<LetterView> tagged(LetterView view) {
        return EntityTags.tagged(view, view.version());
    }
}
