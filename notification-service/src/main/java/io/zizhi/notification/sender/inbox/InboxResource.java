package io.zizhi.notification.sender.inbox;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** What arrived in the local inbox. */
@Path("/v1/inbox")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
public class InboxResource {

    private final ReadInbox readInbox;

    @Inject
    InboxResource(ReadInbox readInbox) {
        this.readInbox = readInbox;
    }

    @GET
    public Uni<InboxView> read(@QueryParam("phone") @Nullable String phone) {
        return readInbox.read(phone).map(InboxView::new);
    }
}
