package io.zizhi.document.viewing.record;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.Page;
import io.zizhi.platform.http.PageRequest;
import io.zizhi.platform.identity.CurrentCaller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.openapi.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

/** Views of documents, for auditors. */
@Path("/v1/document-views")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.AUDITOR)
@Refusal(
        status = 403,
        code = "AUDITOR_CONFLICTED",
        when = "The caller's token names an account, so the caller may be an applicant.")
public class DocumentViewResource {

    private final SearchViews views;
    private final CurrentCaller caller;

    DocumentViewResource(SearchViews views, CurrentCaller caller) {
        this.views = views;
        this.caller = caller;
    }

    /**
     * Lists views of documents, newest first: who saw what, when, why and for which work order. A view must meet all
     * criteria. Views by owners are included. The search is recorded in the audit log.
     */
    @GET
    @Operation(operationId = "listDocumentViews")
    @Refusal(status = 400, code = "PARAMETER_INVALID", when = "A parameter is invalid; `errors` names it.")
    public Uni<Page<DocumentViewView>> list(@BeanParam DocumentViewRequest request, @BeanParam PageRequest page) {
        return views.search(caller.get(), request.filter(), page);
    }

    /**
     * Lists the views of a mark, newest first. The watermark of a page contains the mark, and {@code ./zizhi watermark}
     * reads it from a cut and compressed copy. One person's views of the pages of a document share a mark within the
     * hour; the time in the text of the watermark tells them apart. The search is recorded in the audit log.
     *
     * @param mark 12 hexadecimal digits: the mark of a watermark, or the {@code id} of a view
     */
    @GET
    @Path("/{mark}")
    @Operation(operationId = "listViewsOfMark")
    @Refusal(status = 404, code = "VIEW_NOT_FOUND", when = "No view has this mark.")
    public Uni<Page<DocumentViewView>> ofMark(@RestPath String mark, @BeanParam PageRequest page) {
        return views.marked(caller.get(), mark, page);
    }
}
