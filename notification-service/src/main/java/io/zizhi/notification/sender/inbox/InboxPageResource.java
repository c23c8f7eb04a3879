package io.zizhi.notification.sender.inbox;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/**
 * A page with the newest messages of the local inbox, for people with a browser on the same machine. It is not part of
 * the API and needs no token, because a browser has none.
 */
@Path("/local/inbox")
@Produces(MediaType.TEXT_HTML + ";charset=utf-8")
@PermitAll
public class InboxPageResource {

    private final ShowInbox show;

    InboxPageResource(ShowInbox show) {
        this.show = show;
    }

    /**
     * Shows the page.
     *
     * @param request the request, which must name this machine
     */
    @GET
    @Operation(hidden = true)
    public Uni<RestResponse<String>> show(@Context HttpServerRequest request) {
        return show.page(String.valueOf(request.authority()))
                .map(html -> ResponseBuilder.ok(html)
                        .header("Content-Security-Policy", InboxPage.CONTENT_SECURITY_POLICY)
                        .build());
    }
}
