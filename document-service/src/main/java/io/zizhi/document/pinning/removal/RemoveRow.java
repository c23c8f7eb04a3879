package io.zizhi.document.pinning.removal;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.DocumentDeleted;
import io.zizhi.document.pinning.PinRepository;
import io.zizhi.document.storage.Document;
import io.zizhi.document.storage.DocumentId;
import io.zizhi.document.storage.DocumentRepository;
import io.zizhi.document.storage.UnusedPeriods;
import io.zizhi.document.storage.UnusedRepository;
import io.zizhi.document.storage.hold.HoldRepository;
import io.zizhi.document.storage.removed.RemovalRule;
import io.zizhi.document.storage.removed.RemovedRepository;
import io.zizhi.document.storage.sweep.RemovalRepository;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.messaging.outbox.Outbox;
import io.zizhi.platform.privacy.audit.AuditEntry;
import io.zizhi.platform.privacy.audit.AuditLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Removes the row of a document that neither a pin nor a legal hold keeps, and records the evidence. A lock on the row
 * excludes concurrent pins.
 */
@ApplicationScoped
public class RemoveRow {

    private final DocumentRepository documents;
    private final PinRepository pins;
    private final RemovalRepository removals;
    private final UnusedRepository unusedDocuments;
    private final HoldRepository holds;
    private final RemovedRepository removed;
    private final Outbox outbox;
    private final AuditLog audit;
    private final Clock clock;

    RemoveRow(
            DocumentRepository documents,
            PinRepository pins,
            RemovalRepository removals,
            UnusedRepository unusedDocuments,
            HoldRepository holds,
            RemovedRepository removed,
            Outbox outbox,
            AuditLog audit,
            Clock clock) {
        this.documents = documents;
        this.pins = pins;
        this.removals = removals;
        this.unusedDocuments = unusedDocuments;
        this.holds = holds;
        this.removed = removed;
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
                .call(() -> pins.isPinned(documentId).invoke(RemoveRow::requireUnpinned))
                .call(document -> isHeld(document).invoke(RemoveRow::requireNotHeld))
                .call(document ->
                        remove(document, RemovalRule.OWNER, entry(caller.subject(), Roles.APPLICANT, document, null)))
                .map(Document::objectKey);
    }

    /**
     * Removes the row of a document that was unused for longer than its period. Returns what was removed; empty if the
     * document was used, put under a hold or removed meanwhile.
     */
    @WithTransaction
    public Uni<Optional<Removed>> removeUnused(String documentId, UnusedPeriods periods) {
        return lock(documentId)
                .chain(document -> document == null
                        ? Uni.createFrom().item(Optional.<Removed>empty())
                        : ruleFor(document, periods)
                                .map(rule -> rule.map(found -> new Removed(document.objectKey(), found)))
                                .call(found -> found.isEmpty()
                                        ? Uni.createFrom().voidItem()
                                        : remove(
                                                document,
                                                found.get().rule(),
                                                outdated(document, found.get().rule(), periods))));
    }

    /** @param rule why its row was removed */
    public record Removed(String objectKey, RemovalRule rule) {}

    private Uni<Document> lock(String documentId) {
        return documents.findById(documentId, LockModeType.PESSIMISTIC_WRITE);
    }

    private Uni<Optional<RemovalRule>> ruleFor(Document document, UnusedPeriods periods) {
        return pins.isPinned(document.id())
                .chain(pinned -> pinned ? Uni.createFrom().item(true) : isHeld(document))
                .chain(kept -> kept
                        ? Uni.createFrom().item(Optional.empty())
                        : unusedDocuments.ruleFor(document.id(), periods));
    }

    private Uni<Boolean> isHeld(Document document) {
        return holds.covers(document.accountId(), document.id());
    }

    private Uni<Void> remove(Document document, RemovalRule rule, AuditEntry entry) {
        Instant now = clock.instant();
        return removed.record(List.of(document.id()), rule)
                .chain(() -> documents.delete(document))
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

    private static void requireNotHeld(boolean held) {
        if (held) {
            throw Problems.conflict("DOCUMENT_HELD", "The document must be kept for now. The operator can say why.");
        }
    }

    private static AuditEntry outdated(Document document, RemovalRule rule, UnusedPeriods periods) {
        String reason = switch (rule) {
            case UNUSED -> "unused for " + periods.unused().toDays() + " days";
            case NEVER_NAMED -> "not named within " + periods.neverNamed().toHours() + " hours";
            case QUARANTINED -> "quarantined for " + periods.quarantined().toDays() + " days";
            default -> "the retention of its last use is over: " + rule;
        };
        return entry("document-service", Roles.SERVICE, document, reason);
    }

    private static AuditEntry entry(String actor, String role, Document document, @Nullable String reason) {
        return new AuditEntry(
                actor, role, document.accountId(), "document.deleted", "document", document.id(), reason, List.of());
    }
}
