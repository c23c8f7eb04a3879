package io.zizhi.document.pinning;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.DocumentDeleted;
import io.zizhi.document.storage.Document;
import io.zizhi.document.storage.DocumentId;
import io.zizhi.document.storage.DocumentRepository;
import io.zizhi.platform.audit.AuditEntry;
import io.zizhi.platform.audit.AuditLog;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.outbox.Outbox;
import io.zizhi.platform.problem.Problems;
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
    private final AuditLog audit;
    private final Outbox outbox;
    private final Clock clock;

    RemoveRow(DocumentRepository documents, PinRepository pins, AuditLog audit, Outbox outbox, Clock clock) {
        this.documents = documents;
        this.pins = pins;
        this.audit = audit;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** The key of the object that has lost its row. */
    @WithTransaction
    public Uni<String> remove(Caller caller, String documentId) {
        String accountId = caller.requireAccount();
        if (!DocumentId.isWellFormed(documentId)) {
            throw notFound();
        }
        return documents
                .findById(documentId, LockModeType.PESSIMISTIC_WRITE)
                .map(document -> requireOwned(document, accountId))
                .call(document -> pins.isPinned(documentId).invoke(RemoveRow::requireUnpinned))
                .call(documents::delete)
                .call(() -> audit.append(entry(caller, accountId, documentId)))
                .call(() -> outbox.append(new DocumentDeleted(documentId, accountId, clock.instant())))
                .map(Document::objectKey);
    }

    private static Document requireOwned(@Nullable Document document, String accountId) {
        if (document == null || !document.belongsTo(accountId)) {
            throw notFound();
        }
        return document;
    }

    private static void requireUnpinned(boolean pinned) {
        if (pinned) {
            throw Problems.conflict("DOCUMENT_PINNED", "A submitted revision relies on the document.");
        }
    }

    private static RuntimeException notFound() {
        return Problems.notFound("DOCUMENT_NOT_FOUND", "There is no such document.");
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
