package io.zizhi.document.pinning.removal;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.DocumentDeleted;
import io.zizhi.document.pinning.PinRepository;
import io.zizhi.document.storage.Document;
import io.zizhi.document.storage.DocumentId;
import io.zizhi.document.storage.DocumentRepository;
import io.zizhi.document.storage.UnusedRepository;
import io.zizhi.document.storage.sweep.RemovalRepository;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.messaging.outbox.Outbox;
import io.zizhi.platform.privacy.audit.AuditEntry;
import io.zizhi.platform.privacy.audit.AuditLog;
import io.zizhi.platform.runtime.time.DatabaseTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Removes the row of an unpinned document. A lock on the row excludes concurrent pins. */
@ApplicationScoped
public class RemoveRow {

    private final DocumentRepository documents;
    private final PinRepository pins;
    private final RemovalRepository removals;
    private final UnusedRepository unusedDocuments;
    private final DatabaseTime time;
    private final Outbox outbox;
    private final AuditLog audit;
    private final Clock clock;

    RemoveRow(
            DocumentRepository documents,
            PinRepository pins,
            RemovalRepository removals,
            UnusedRepository unusedDocuments,
            DatabaseTime time,
            Outbox outbox,
            AuditLog audit,
            Clock clock) {
        this.documents = documents;
        this.pins = pins;
        this.removals = removals;
        this.unusedDocuments = unusedDocuments;
        this.time = time;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** Removes the owner's row and records the removal of its object. Returns the object key. */
    @WithTransaction
    public Uni<String> remove(Caller caller, String documentId) {
        String accountId = caller.requireAccount();
        if (!DocumentId.isWellFormed(documentId)) {
            throw Document.notFound();
        }
        return lock(documentId)
                .map(document -> requireOwned(document, accountId))
                .call(() -> isPinned(documentId).invoke(RemoveRow::requireUnpinned))
                .call(document -> remove(document, entry(caller.subject(), Roles.APPLICANT, document, null)))
                .map(Document::objectKey);
    }

    /**
     * Removes the row of a document that was unused for longer than {@code unusedFor}. Returns its object key; empty if
     * it was used or removed meanwhile.
     */
    @WithTransaction
    public Uni<Optional<String>> removeUnused(String documentId, Duration unusedFor) {
        return lock(documentId)
                .chain(document -> document == null
                        ? Uni.createFrom().item(Optional.<Document>empty())
                        : isUnused(documentId, unusedFor)
                                .map(unused -> Optional.of(document).filter(ignored -> unused)))
                .call(document -> document.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : remove(document.get(), expired(document.get(), unusedFor)))
                .map(document -> document.map(Document::objectKey));
    }

    private Uni<Document> lock(String documentId) {
        return documents.findById(documentId, LockModeType.PESSIMISTIC_WRITE);
    }

    private Uni<Boolean> isUnused(String documentId, Duration unusedFor) {
        return isPinned(documentId)
                .chain(pinned ->
                        pinned ? Uni.createFrom().item(false) : unusedDocuments.isExpired(documentId, unusedFor));
    }

    private Uni<Boolean> isPinned(String documentId) {
        return time.now().chain(now -> pins.isPinned(documentId, now));
    }

    private Uni<Void> remove(Document document, AuditEntry entry) {
        Instant now = clock.instant();
        return documents
                .delete(document)
                .call(() -> removals.record(document.objectKey(), now))
                .call(() -> outbox.append(new DocumentDeleted(document.id(), document.accountId(), now)))
                .call(() -> audit.append(entry));
    }

    private static Document requireOwned(@Nullable Document document, String accountId) {
        if (document == null || !document.belongsTo(accountId)) {
            throw Document.notFound();
        }
        return document;
    }

    private static void requireUnpinned(boolean pinned) {
        if (pinned) {
            throw Problems.conflict("DOCUMENT_PINNED", "A submitted revision uses the document.");
        }
    }

    private static AuditEntry expired(Document document, Duration unusedFor) {
        return entry("document-service", Roles.SERVICE, document, "unused for " + unusedFor.toDays() + " days");
    }

    private static AuditEntry entry(String actor, String role, Document document, @Nullable String reason) {
        return new AuditEntry(
                actor, role, document.accountId(), "document.deleted", "document", document.id(), reason, List.of());
    }
}
