package io.zizhi.document.pinning.removal;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.CurrentCaller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.openapi.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

/** Deletion of documents by their owner. */
@Path("/v1/documents/{id}")
public class DeletionResource {

    private final DeleteDocument delete;
    private final CurrentCaller caller;

    DeletionResource(DeleteDocument delete, CurrentCaller caller) {
        this.delete = delete;
        this.caller = caller;
    }

    /**
     * Deletes a document that no submitted revision uses and no legal hold covers.
     *
     * @param id id of the document, 32 hexadecimal digits
     */
    @DELETE
    @RolesAllowed(Roles.APPLICANT)
    @Operation(operationId = "deleteDocument")
    @Refusal(status = 404, code = "DOCUMENT_NOT_FOUND", when = "No such document, or the caller may not see it.")
    @Refusal(
            status = 409,
            code = "DOCUMENT_PINNED",
            when = "A submitted revision uses the document, or its retention is not over.")
    @Refusal(status = 409, code = "DOCUMENT_HELD", when = "An operator has put the document under a legal hold.")
    public Uni<Void> delete(@RestPath String id) {
        return delete.delete(caller.get(), id);
    }
}
