package io.zizhi.document.retention.evidence;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.zizhi.document.storage.removed.RemovalRule;
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

/** The evidence of removed documents. */
@Path("/v1/operations/removed-documents")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.AUDITOR, Roles.OPERATOR})
public class RemovedDocumentResource {

    private static final KeysetList<RemovedDocumentView> REMOVED = new KeysetList<>(
                    """
                    select document_id, account_id, kind, size, sha256, uploaded_sha256, stored_at, rule, removed_at,
                        object_removed_at
                    from removed_document
                    """,
                    RemovedDocumentView::from,
                    List.of(
                            SortKey.instant("removed_at", RemovedDocumentView::removedAt),
                            SortKey.text("document_id", RemovedDocumentView::documentId)))
            .descending();

    /**
     * Lists removed documents, the newest removals first: what was removed, when, and by which rule.
     *
     * @param accountId only documents of this account
     * @param documentId only this document
     * @param rule only documents removed by this rule
     */
    @GET
    @Operation(operationId = "listRemovedDocuments")
    @Refusal(status = 400, code = "PARAMETER_INVALID", when = "A parameter is invalid; `errors` names it.")
    @WithSession
    public Uni<Page<RemovedDocumentView>> list(
            @QueryParam("accountId") @Nullable String accountId,
            @QueryParam("documentId") @Nullable String documentId,
            @Parameter(schema = @Schema(implementation = RemovalRule.class)) @QueryParam("rule") @Nullable String rule,
            @BeanParam PageRequest page) {
        String account = Parameters.text("?accountId", accountId);
        String document = Parameters.text("?documentId", documentId);
        RemovalRule asked = Parameters.oneOf(RemovalRule.class, "?rule", rule);
        return REMOVED.page(
                page,
                query -> query.where("account_id = :accountId", "accountId", account)
                        .where("document_id = :documentId", "documentId", document)
                        .where("rule = :rule", "rule", asked == null ? null : asked.name()));
    }
}
