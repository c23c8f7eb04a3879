package io.zizhi.document.viewing;

import io.smallrye.mutiny.Uni;
import io.zizhi.document.storage.Document;
import io.zizhi.document.storage.DocumentView;
import io.zizhi.platform.identity.CurrentCaller;
import io.zizhi.platform.identity.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Views of one document. */
@Path("/v1/documents/{id}")
public class ViewingResource {

    private final ShowDocument show;
    private final ViewContent view;
    private final CurrentCaller caller;

    ViewingResource(ShowDocument show, ViewContent view, CurrentCaller caller) {
        this.show = show;
        this.view = view;
        this.caller = caller;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.APPLICANT)
    public Uni<DocumentView> show(@RestPath String id) {
        return show.show(caller.get(), id);
    }

    // The types of FileFormat, and a plain Response, whose type is known only with its document.
    @GET
    @Path("/content")
    @Produces({
        "image/jpeg",
        "image/png",
        "image/gif",
        "application/pdf",
        "application/msword",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    })
    @RolesAllowed({Roles.APPLICANT, Roles.REVIEWER, Roles.SUPERVISOR})
    public Uni<Response> content(@RestPath String id, @RestQuery @Nullable String reason) {
        return view.view(caller.get(), id, reason).map(ViewingResource::answer);
    }

    /** A browser shows it as the picture that it is and runs nothing of it, keeps nothing and lets no site embed it. */
    private static Response answer(Content content) {
        Document document = content.document();
        return Response.ok(content)
                .type(document.format().contentType())
                .header("Content-Disposition", "inline; filename=\"" + document.fileName() + "\"")
                .header("Cache-Control", "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .build();
    }
}
