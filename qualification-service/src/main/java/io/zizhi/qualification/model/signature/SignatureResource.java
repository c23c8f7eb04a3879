package io.zizhi.qualification.model.signature;

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
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Lists the signatures bound to a qualification. */
@Path("/v1/qualifications/{id: [0-9]{1,16}}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.APPLICANT, Roles.SUPERVISOR})
public class SignatureResource {

    private final ListSignatures list;
    private final CurrentCaller caller;

    SignatureResource(ListSignatures list, CurrentCaller caller) {
        this.list = list;
        this.caller = caller;
    }

    /**
     * Lists the signatures bound to a qualification, in the order of binding. The qualification cannot be deleted while
     * it has any. Supervisors may read it for all accounts, for example before they restrict the qualification.
     *
     * @param id id of the qualification
     */
    @GET
    @Path("/signatures")
    @Operation(operationId = "listSignatures")
    @Refusal(status = 404, code = "QUALIFICATION_NOT_FOUND", when = "The account has no such qualification.")
    public Uni<Page<SignatureView>> list(@PathParam("id") long id, @BeanParam PageRequest page) {
        return list.handle(caller.get(), id, page);
    }
}
