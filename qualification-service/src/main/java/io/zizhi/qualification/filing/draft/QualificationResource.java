package io.zizhi.qualification.filing.draft;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.EntityTags;
import io.zizhi.platform.http.IfMatch;
import io.zizhi.platform.identity.CurrentCaller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.openapi.Refusal;
import io.zizhi.qualification.form.Particulars;
import io.zizhi.qualification.model.qualification.DossierRepository;
import io.zizhi.qualification.model.qualification.QualificationView;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Qualifications of the caller's account. */
@Path("/v1/qualifications")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.APPLICANT)
public class QualificationResource {

    private static final String ID = "{id: [0-9]{1,16}}";

    private final OpenDraft open;
    private final EditQualification edit;
    private final ReuseQualification reuse;
    private final DiscardAmendment discard;
    private final DeleteQualification delete;
    private final DossierRepository dossiers;
    private final CurrentCaller caller;

    QualificationResource(
            OpenDraft open,
            EditQualification edit,
            ReuseQualification reuse,
            DiscardAmendment discard,
            DeleteQualification delete,
            DossierRepository dossiers,
            CurrentCaller caller) {
        this.open = open;
        this.edit = edit;
        this.reuse = reuse;
        this.discard = discard;
        this.delete = delete;
        this.dossiers = dossiers;
        this.caller = caller;
    }

    /**
     * Opens a draft. It may lack every part but name, purpose and owner type; the pre-check says what is missing.
     */
    @POST
    @Operation(operationId = "draftQualification")
    @APIResponse(responseCode = "201", description = "The draft.")
    @Refusal(status = 409, code = "NAME_TAKEN", when = "Another qualification of the account has this name.")
    @Refusal(status = 409, code = "TOO_MANY_DRAFTS", when = "The account has too many drafts.")
    @Refusal(status = 429, code = "DRAFTS_LIMITED", when = "The account opened too many drafts within an hour.")
    public Uni<RestResponse<QualificationView>> draft(@NotNull(message = "BODY_REQUIRED") @Valid Particulars form) {
        return open.handle(caller.get(), form).map(QualificationResource::created);
    }

    /**
     * Starts a new qualification from an approved one (快速复用): a draft with the form of the revision in force, under
     * another name. It names the same documents; consent and phone verification are given anew.
     *
     * @param id id of the approved qualification
     */
    @POST
    @Path(ID + "/copies")
    @Operation(operationId = "reuseQualification")
    @APIResponse(responseCode = "201", description = "The draft.")
    @Refusal(status = 404, code = "QUALIFICATION_NOT_FOUND", when = "The account has no such qualification.")
    @Refusal(status = 409, code = "NOT_IN_FORCE", when = "No revision of it was approved.")
    @Refusal(status = 409, code = "NAME_TAKEN", when = "Another qualification of the account has this name.")
    @Refusal(status = 409, code = "TOO_MANY_DRAFTS", when = "The account has too many drafts.")
    public Uni<RestResponse<QualificationView>> reuse(
            @PathParam("id") long id, @NotNull(message = "BODY_REQUIRED") @Valid CopyRequest request) {
        return reuse.handle(caller.get(), id, request).map(QualificationResource::created);
    }

    /**
     * Shows a qualification with its form, its review and its decision. Names are shown in full, id numbers and
     * phones masked.
     *
     * @param id id of the qualification
     */
    @GET
    @Path(ID)
    @Operation(operationId = "getQualification")
    @Refusal(status = 404, code = "QUALIFICATION_NOT_FOUND", when = "The account has no such qualification.")
    @WithSession
    public Uni<RestResponse<QualificationView>> get(@PathParam("id") long id) {
        return dossiers.find(caller.get().requireAccount(), id)
                .map(QualificationView::from)
                .map(QualificationResource::tagged);
    }

    /**
     * Replaces the form of the working copy. A part that is left out is emptied; an id number or phone that is still
     * masked keeps its stored value. Editing an approved qualification opens an amendment, and it stays approved.
     *
     * @param id id of the qualification
     */
    @PUT
    @Path(ID)
    @Operation(operationId = "editQualification")
    @Refusal(status = 404, code = "QUALIFICATION_NOT_FOUND", when = "The account has no such qualification.")
    @Refusal(status = 409, code = "ILLEGAL_TRANSITION", when = "It is in review; withdraw it first.")
    @Refusal(status = 409, code = "NAME_TAKEN", when = "Another qualification of the account has this name.")
    @Refusal(
            status = 422,
            code = "FIELD_FIXED",
            when =
                    "Name, purpose and credit code are fixed since the first submission; `errors` say which was changed.")
    public Uni<RestResponse<QualificationView>> edit(
            @PathParam("id") long id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull(message = "BODY_REQUIRED") @Valid Particulars form) {
        return edit.handle(caller.get(), id, IfMatch.version(ifMatch), form).map(QualificationResource::tagged);
    }

    /**
     * Gives an amendment up, from its working copy or after it was rejected, sent back for more material or withdrawn. The
     * approved revision in force is then shown again, and the qualification is approved.
     *
     * @param id id of the qualification
     */
    @DELETE
    @Path(ID + "/amendment")
    @Operation(operationId = "discardAmendment")
    @Refusal(status = 404, code = "QUALIFICATION_NOT_FOUND", when = "The account has no such qualification.")
    @Refusal(status = 409, code = "ILLEGAL_TRANSITION", when = "It is a draft, or in review; withdraw it first.")
    @Refusal(
            status = 409,
            code = "NOT_IN_FORCE",
            when = "No revision was approved yet; delete the qualification instead.")
    @Refusal(status = 409, code = "NOTHING_TO_DISCARD", when = "It is approved and has no amendment.")
    public Uni<RestResponse<QualificationView>> discardAmendment(
            @PathParam("id") long id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return discard.handle(caller.get(), id, IfMatch.version(ifMatch)).map(QualificationResource::tagged);
    }

    /**
     * Deletes a qualification and frees its name. One that is in review has to be withdrawn first.
     *
     * @param id id of the qualification
     */
    @DELETE
    @Path(ID)
    @Operation(operationId = "deleteQualification")
    @Refusal(status = 404, code = "QUALIFICATION_NOT_FOUND", when = "The account has no such qualification.")
    @Refusal(status = 409, code = "ILLEGAL_TRANSITION", when = "It is in review; withdraw it first.")
    @Refusal(status = 409, code = "BOUND_SIGNATURES", when = "It carries signatures; release or move them first.")
    public Uni<Void> delete(@PathParam("id") long id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return delete.handle(caller.get(), id, IfMatch.version(ifMatch));
    }

    private static RestResponse<QualificationView> created(QualificationView view) {
        return ResponseBuilder.<QualificationView>created(URI.create("/v1/qualifications/" + view.id()))
                .entity(view)
                .header("ETag", EntityTags.of(view.version()))
                .build();
    }

    private static RestResponse<QualificationView> tagged(QualificationView view) {
        return ResponseBuilder.ok(view)
                .header("ETag", EntityTags.of(view.version()))
                .build();
    }
}
