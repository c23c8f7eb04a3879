package io.zizhi.document.pinning;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.CurrentCaller;
import io.zizhi.platform.identity.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.RestPath;

/** The owner's way to delete what nobody relies on. */
@Path("/v1/documents/{id}")
public class DeletionResource {

    private final DeleteDocument delete;
    private final CurrentCaller caller;

    DeletionResource(DeleteDocument delete, CurrentCaller caller) {
        this.delete = delete;
        this.caller = caller;
    }

    /** Answers 204. */
    @DELETE
    @RolesAllowed(Roles.APPLICANT)
    public Uni<Void> delete(@RestPath String id) {
        return delete.delete(caller.get(), id);
    }
}
