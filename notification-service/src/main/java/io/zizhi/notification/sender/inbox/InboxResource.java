package io.zizhi.notification.sender.inbox;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.openapi.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The messages of the local inbox. */
@Path("/v1/inbox")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
public class InboxResource {

    private final ReadInbox readInbox;

    InboxResource(ReadInbox readInbox) {
        this.readInbox = readInbox;
    }

    /**
     * Shows the newest messages to a number. The inbox replaces phones in a local installation; installations that send
     * real SMS have none.
     *
     * @param phone mobile number of mainland China
     */
    @GET
    @Operation(operationId = "readInbox")
    @Refusal(status = 400, code = "FIELD_REQUIRED", when = "`phone` is missing.")
    @Refusal(status = 400, code = "PHONE_INVALID", when = "`phone` is not a mobile number of mainland China.")
    @Refusal(status = 404, code = "NOT_FOUND", when = "The installation has no inbox.")
    public Uni<InboxView> read(
            @Parameter(required = true, example = "13800138000") @QueryParam("phone") @Nullable String phone) {
        return readInbox.read(phone).map(InboxView::new);
    }
}
