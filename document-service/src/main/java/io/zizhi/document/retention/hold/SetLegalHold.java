package io.zizhi.document.retention.hold;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.document.storage.Document;
import io.zizhi.document.storage.DocumentRepository;
import io.zizhi.document.storage.hold.HoldRepository;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.messaging.erasure.Erasures;
import jakarta.enterprise.context.ApplicationScoped;

/** Sets a legal hold. Waits for removals of the account's documents that have begun. */
@ApplicationScoped
class SetLegalHold {

    private final HoldRepository holds;
    private final DocumentRepository documents;
    private final Erasures erasures;
    private final HoldAudit audit;

    SetLegalHold(HoldRepository holds, DocumentRepository documents, Erasures erasures, HoldAudit audit) {
        this.holds = holds;
        this.documents = documents;
        this.erasures = erasures;
        this.audit = audit;
    }

    /** The document is looked up after the hold waited, because a removal may have been in progress. */
    @WithTransaction
    Uni<LegalHoldView> set(LegalHoldRequest request, Caller operator) {
        return holds.set(request.accountId(), request.documentId(), request.reason(), operator.subject())
                .map(row -> row.map(LegalHoldView::from)
                        .orElseThrow(() -> Problems.conflict("HOLD_EXISTS", "The same hold is active already.")))
                .call(() -> erasures.requireNotErased(request.accountId()))
                .call(() -> requireDocument(request))
                .call(hold -> audit.record(operator, "legal-hold.set", hold, hold.reason()));
    }

    private Uni<Void> requireDocument(LegalHoldRequest request) {
        return request.documentId() == null
                ? Uni.createFrom().voidItem()
                : documents
                        .findById(request.documentId())
                        .invoke(document -> {
                            if (document == null || !document.belongsTo(request.accountId())) {
                                throw Document.notFound();
                            }
                        })
                        .replaceWithVoid();
    }
}
