package io.zizhi.document.pinning;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.DocumentDeleted;
import io.zizhi.document.storage.Document;
import io.zizhi.document.storage.DocumentId;
import io.zizhi.document.storage.DocumentRepository;
import io.zizhi.document.storage.RemovalRepository;
import io.zizhi.platform.audit.AuditEntry;
import io.zizhi.platform.audit.AuditLog;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.outbox.Outbox;
import io.zizhi.platform.problem.Problems;
import io.zizhi.platform.time.DatabaseTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Removes the row of an unpinned document, against a pin that arrives at the same time by a lock on the row. */
@ApplicationScoped
public class RemoveRow {

    private final DocumentRepository documents;
    private final PinRepository pins;
    private final RemovalRepository removals;
    private final DatabaseTime time;
    private final Outbox outbox;
    private final AuditLog audit;
    private final Clock clock;

    RemoveRow(
            DocumentRepository documents,
            PinRepository pins,
            RemovalRepository removals,
            DatabaseTime time,
            Outbox outbox,
            AuditLog audit,
            Clock clock) {
        this.documents = documents;
        this.pins = pins;
        this.removals = removals;
        this.time = time;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** The key of the object that has lost its row; its removal is noted. */
    @WithTransaction
    public Uni<String> remove(Caller caller, String documentId) {
        String accountId = caller.requireAccount();
        if (!DocumentId.isWellFormed(documentId)) {
            throw Document.notFound();
        }
        return lockUnpinned(documentId, accountId)
                .call(documents::delete)
                .call(document -> removals.note(document.objectKey(), clock.instant()))
                .call(() -> outbox.append(new DocumentDeleted(documentId, accountId, clock.instant())))
                .call(() -> audit.append(entry(caller, accountId, documentId)))
                .map(Document::objectKey);
    }

    private Uni<Document> lockUnpinned(String documentId, String accountId) {
        return documents
                .findById(documentId, LockModeType.PESSIMISTIC_WRITE)
                .map(document -> requireOwned(document, accountId))
                .call(() ->
                        time.now().chain(now -> pins.isPinned(documentId, now)).invoke(RemoveRow::requireUnpinned));
    }

    private static Document requireOwned(@Nullable Document document, String accountId) {
        if (document == null || !document.belongsTo(accountId)) {
            throw Document.notFound();
        }
        return document;
    }

    private static void requireUnpinned(boolean pinned) {
        if (pinned) {
            throw Problems.conflict("DOCUMENT_PINNED", "A submitted revision relies on the document.");
        }
    }

    private static AuditEntry entry(Caller caller, String accountId, String documentId) {
        return new AuditEntry(
                caller.subject(),
                Roles.APPLICANT,
                accountId,
                "document.deleted",
                "document",
                documentId,
                null,
                List.of());
    }
}
