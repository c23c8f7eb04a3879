package io.zizhi.qualification.filing;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.EntityTags;
import io.zizhi.platform.http.IfMatch;
import io.zizhi.platform.http.Page;
import io.zizhi.platform.http.PageRequest;
import io.zizhi.platform.identity.CurrentCaller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.qualification.form.Particulars;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
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
import java.net.URI;
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

    private final DraftQualification draft;
    private final EditQualification edit;
    private final DeleteQualification delete;
    private final GetQualification get;
    private final ListQualifications list;
    private final ReadTimeline timeline;
    private final CurrentCaller caller;

    @Inject
    QualificationResource(
            DraftQualification draft,
            EditQualification edit,
            DeleteQualification delete,
            GetQualification get,
            ListQualifications list,
            ReadTimeline timeline,
            CurrentCaller caller) {
        this.draft = draft;
        this.edit = edit;
        this.delete = delete;
        this.get = get;
        this.list = list;
        this.timeline = timeline;
        this.caller = caller;
    }

    @POST
    public Uni<RestResponse<QualificationView>> draft(@NotNull(message = "BODY_REQUIRED") @Valid Particulars form) {
        return draft.handle(caller.get(), form)
                .map(view -> ResponseBuilder.<QualificationView>created(URI.create("/v1/qualifications/" + view.id()))
                        .entity(view)
                        .header("ETag", EntityTags.of(view.version()))
                        .build());
    }

    @GET
    public Uni<Page<QualificationSummaryView>> list(
            @QueryParam("status") @Nullable String status,
            @QueryParam("name") @Nullable String name,
            @BeanParam PageRequest page) {
        return list.handle(caller.get(), status, name, page);
    }

    @GET
    @Path(ID)
    public Uni<RestResponse<QualificationView>> get(@PathParam("id") long id) {
        return get.handle(caller.get(), id).map(QualificationResource::tagged);
    }

    @PUT
    @Path(ID)
    public Uni<RestResponse<QualificationView>> edit(
            @PathParam("id") long id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull(message = "BODY_REQUIRED") @Valid Particulars form) {
        return edit.handle(caller.get(), id, IfMatch.version(ifMatch), form).map(QualificationResource::tagged);
    }

    @DELETE
    @Path(ID)
    public Uni<Void> delete(@PathParam("id") long id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return delete.handle(caller.get(), id, IfMatch.version(ifMatch));
    }

    @GET
    @Path(ID + "/timeline")
    public Uni<TimelineView> timeline(@PathParam("id") long id) {
        return timeline.handle(caller.get(), id);
    }

    private static RestResponse<QualificationView> tagged(QualificationView view) {
        return ResponseBuilder.ok(view)
                .header("ETag", EntityTags.of(view.version()))
                .build();
    }
}
