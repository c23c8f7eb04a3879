package io.zizhi.document.storage.verification;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.KeysetList;
import io.zizhi.platform.database.KeysetList.SortKey;
import io.zizhi.platform.http.Page;
import io.zizhi.platform.http.PageRequest;
import io.zizhi.platform.http.Parameters;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.openapi.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Documents whose stored bytes are damaged or lost. */
@Path("/v1/operations/unreadable-documents")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.AUDITOR, Roles.OPERATOR})
public class UnreadableDocumentResource {

    private static final KeysetList<UnreadableDocumentView> UNREADABLE = new KeysetList<>(
            """
            select u.object_key, d.id, d.account_id, d.kind, u.finding, d.unused_since is null as used, d.stored_at,
                u.found_at, u.last_seen_at
            from unreadable_object u join document d on d.object_key = u.object_key
            """,
            UnreadableDocumentView::from,
            List.of(SortKey.text("u.object_key", UnreadableDocumentView::objectKey)));

    /**
     * Lists documents whose stored bytes a view, a scan, an export or a verification found damaged or lost. A document
     * leaves the list when its bytes were restored and verified, within the hour, or when it is removed.
     *
     * @param finding only documents with this finding
     * @param accountId only documents of this account
     */
    @GET
    @Operation(operationId = "listUnreadableDocuments")
    @Refusal(status = 400, code = "PARAMETER_INVALID", when = "A parameter is invalid; `errors` names it.")
    @WithSession
    public Uni<Page<UnreadableDocumentView>> list(
            @Parameter(schema = @Schema(implementation = UnreadableFinding.class)) @QueryParam("finding") @Nullable
                    String finding,
            @QueryParam("accountId") @Nullable String accountId,
            @BeanParam PageRequest page) {
        UnreadableFinding asked = Parameters.oneOf(UnreadableFinding.class, "?finding", finding);
        String account = Parameters.text("?accountId", accountId);
        return UNREADABLE.page(
                page,
                query -> query.where("u.finding = :finding", "finding", asked == null ? null : asked.name())
                        .where("d.account_id = :accountId", "accountId", account));
    }
}
