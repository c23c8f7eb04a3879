package io.zizhi.notification.notice;

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

/** Notices to the applicants of the account. */
@Path("/v1/notices")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.APPLICANT)
public class NoticeResource {

    private final ListNotices list;
    private final CurrentCaller caller;

    NoticeResource(ListNotices list, CurrentCaller caller) {
        this.list = list;
        this.caller = caller;
    }

    /**
     * Lists the notices to the contacts of the account's qualifications, newest first: which result, to which masked
     * number, when, and whether the text was sent. They are kept for 90 days.
     */
    @GET
    @Operation(operationId = "listNotices")
    @Refusal(status = 400, code = "PARAMETER_INVALID", when = "A parameter is invalid; `errors` names it.")
    public Uni<Page<NoticeView>> list(@BeanParam NoticeFilter filter, @BeanParam PageRequest page) {
        return list.page(caller.get(), filter, page);
    }
}
