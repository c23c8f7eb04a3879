package io.zizhi.qualification.filing.draft;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.EntityTags;
import io.zizhi.platform.http.IfMatch;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.identity.CurrentCaller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.openapi.Refusal;
import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.model.qualification.DossierRepository;
import io.zizhi.qualification.model.qualification.QualificationView;
import io.zizhi.qualification.peer.document.Documents;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The qualifications of the caller's account. */
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
    private final Documents documents;
    private final CurrentCaller caller;

    QualificationResource(
            OpenDraft open,
            EditQualification edit,
            ReuseQualification reuse,
            DiscardAmendment discard,
            DeleteQualification delete,
            DossierRepository dossiers,
            Documents documents,
            CurrentCaller caller) {
        this.open = open;
        this.edit = edit;
        this.reuse = reuse;
        this.discard = discard;
        this.delete = delete;
        this.dossiers = dossiers;
        this.documents = documents;
        this.caller = caller;
    }

    /**
     * Creates a draft. Everything except name, purpose and owner type may be missing; the pre-check lists what is
     * missing.
     */
    @POST
    @Operation(operationId = "draftQualification")
    @APIResponse(responseCode = "201", description = "The new draft.")
    @Refusal(status = 409, code = "NAME_TAKEN", when = "Another qualification of the account has this name.")
    @Refusal(status = 409, code = "TOO_MANY_DRAFTS", when = "The account has too many drafts.")
    @Refusal(status = 429, code = "DRAFTS_LIMITED", when = "The account has created too many drafts within an hour.")
    public Uni<RestResponse<QualificationView>> draft(
            @NotNull(message = "BODY_REQUIRED") @Valid QualificationForm form) {
        Caller applicant = caller.get();
        return open.handle(applicant, form)
                .call(saved -> documents.name(applicant.requireAccount(), form.documents()))
                .map(QualificationResource::created);
    }

    /**
     * Creates a draft from an approved qualification (快速复用), with the form of the revision in force and a new name.
     * {@code parts} selects what is prefilled. The draft refers to the same documents. Photos belong to their person:
     * if you change the name or id number, upload new ones. Consent and phone verification must be given again.
     *
     * @param id id of the approved qualification
     */
    @POST
    @Path(ID + "/copies")
    @Operation(operationId = "reuseQualification")
    @APIResponse(responseCode = "201", description = "The new draft.")
    @Refusal(status = 404, code = "QUALIFICATION_NOT_FOUND", when = "The account has no such qualification.")
    @Refusal(status = 409, code = "NOT_IN_FORCE", when = "The qualification has no approved revision in force.")
    @Refusal(status = 409, code = "NAME_TAKEN", when = "Another qualification of the account has this name.")
    @Refusal(status = 409, code = "TOO_MANY_DRAFTS", when = "The account has too many drafts.")
    public Uni<RestResponse<QualificationView>> reuse(
            @PathParam("id") long id, @NotNull(message = "BODY_REQUIRED") @Valid CopyRequest request) {
        return reuse.handle(caller.get(), id, request).map(QualificationResource::created);
    }

    /**
     * Returns a qualification with its form, its review and its decision. Names are shown in full; id numbers and
     * phones are masked. Only for its own account: staff use {@code searchQualifications} with its {@code id}, and read
     * the submitted form in its review.
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
     * Replaces the form of the working copy. Omitted parts are emptied. A masked id number or phone keeps its stored
     * value. Editing an approved qualification starts an amendment; the qualification stays approved. A form without a
     * change leaves a working copy and its version as they are.
     *
     * @param id id of the qualification
     */
    @PUT
    @Path(ID)
    @Operation(operationId = "editQualification")
    @Refusal(status = 404, code = "QUALIFICATION_NOT_FOUND", when = "The account has no such qualification.")
    @Refusal(status = 409, code = "ILLEGAL_TRANSITION", when = "The qualification is in review: withdraw it first.")
    @Refusal(status = 409, code = "NAME_TAKEN", when = "Another qualification of the account has this name.")
    @Refusal(
            status = 422,
            code = "FIELD_FIXED",
            when = "Name, purpose and credit code are fixed after the first submission; `errors` lists changed fields.")
    public Uni<RestResponse<QualificationView>> edit(
            @PathParam("id") long id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull(message = "BODY_REQUIRED") @Valid QualificationForm form) {
        Caller applicant = caller.get();
        return edit.handle(applicant, id, IfMatch.version(ifMatch), form)
                .call(saved -> documents.name(applicant.requireAccount(), form.documents()))
                .map(QualificationResource::tagged);
    }

    /**
     * Discards an amendment: its working copy, or an amendment that was rejected, returned for more material or
     * withdrawn. The qualification is then approved again with the revision in force.
     *
     * @param id id of the qualification
     */
    @DELETE
    @Path(ID + "/amendment")
    @Operation(operationId = "discardAmendment")
    @Refusal(status = 404, code = "QUALIFICATION_NOT_FOUND", when = "The account has no such qualification.")
    @Refusal(
            status = 409,
            code = "ILLEGAL_TRANSITION",
            when = "The qualification is a draft, or it is in review and must be withdrawn first.")
    @Refusal(status = 409, code = "NOT_IN_FORCE", when = "No revision is in force: delete the qualification instead.")
    @Refusal(status = 409, code = "NOTHING_TO_DISCARD", when = "The qualification has no amendment to discard.")
    public Uni<RestResponse<QualificationView>> discardAmendment(
            @PathParam("id") long id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return discard.handle(caller.get(), id, IfMatch.version(ifMatch)).map(QualificationResource::tagged);
    }

    /**
     * Deletes a qualification and frees its name. If it is in review, withdraw it first.
     *
     * @param id id of the qualification
     */
    @DELETE
    @Path(ID)
    @Operation(operationId = "deleteQualification")
    @Refusal(status = 404, code = "QUALIFICATION_NOT_FOUND", when = "The account has no such qualification.")
    @Refusal(status = 409, code = "ILLEGAL_TRANSITION", when = "The qualification is in review: withdraw it first.")
    @Refusal(
            status = 409,
            code = "BOUND_SIGNATURES",
            when = "The qualification has bound signatures: release or move them first.")
    public Uni<Void> delete(@PathParam("id") long id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return delete.handle(caller.get(), id, IfMatch.version(ifMatch));
    }

    private static RestResponse<QualificationView> created(QualificationView view) {
        return EntityTags.created("/v1/qualifications/" + view.id(), view, view.version());
    }

    private static RestResponse<QualificationView> tagged(QualificationView view) {
        return EntityTags.tagged(view, view.version());
    }
}
