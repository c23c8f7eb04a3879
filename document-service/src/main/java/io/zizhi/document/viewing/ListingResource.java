package io.zizhi.document.viewing;

import io.smallrye.mutiny.Uni;
import io.zizhi.document.storage.DocumentKind;
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
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The documents of the caller's account. */
@Path("/v1/documents")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.APPLICANT)
public class ListingResource {

    private final ListDocuments list;
    private final CurrentCaller caller;

    ListingResource(ListDocuments list, CurrentCaller caller) {
        this.list = list;
        this.caller = caller;
    }

    /**
     * Lists the documents of the account, newest first, with the submissions that use them.
     *
     * @param kind kind to filter by
     * @param used filter by whether a submission uses the document
     */
    @GET
    @Operation(operationId = "listDocuments")
    @Refusal(status = 400, code = "KIND_UNKNOWN", when = "`kind` is unknown.")
    @Refusal(status = 400, code = "PARAMETER_INVALID", when = "`used` is neither `true` nor `false`.")
    public Uni<Page<ListedDocumentView>> list(
            @Parameter(schema = @Schema(implementation = DocumentKind.class)) @RestQuery @Nullable String kind,
            @Parameter(schema = @Schema(type = SchemaType.BOOLEAN)) @RestQuery @Nullable String used,
            @BeanParam PageRequest page) {
        return list.list(caller.get(), ListDocuments.filter(kind, used), page);
    }
}
