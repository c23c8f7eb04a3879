package io.zizhi.notification.staff.notice;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.Page;
import io.zizhi.platform.http.PageRequest;
import io.zizhi.platform.identity.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Notices about reviews, sent to staff. */
@Path("/v1/staff-notices")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.SUPERVISOR, Roles.OPERATOR})
public class StaffNoticeResource {

    private final ListStaffNotices list;

    StaffNoticeResource(ListStaffNotices list) {
        this.list = list;
    }

    /** Lists the notices to staff with their status, newest first. Groups that are still collecting are included. */
    @GET
    @Operation(operationId = "listStaffNotices")
    public Uni<Page<StaffNoticeView>> list(@BeanParam PageRequest page) {
        return list.page(page);
    }
}
