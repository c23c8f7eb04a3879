package io.zizhi.document.intake;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.DocumentStored;
import io.zizhi.document.recognition.RequestRecognition;
import io.zizhi.document.storage.Document;
import io.zizhi.document.storage.DocumentRepository;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.messaging.outbox.Outbox;
import io.zizhi.platform.privacy.audit.AuditEntry;
import io.zizhi.platform.privacy.audit.AuditLog;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Inserts the row of a document whose object is stored, publishes the event and requests its recognition. */
@ApplicationScoped
public class RecordDocument {

    private final DocumentRepository documents;
    private final RequestRecognition recognition;
    private final Outbox outbox;
    private final AuditLog audit;

    RecordDocument(DocumentRepository documents, RequestRecognition recognition, Outbox outbox, AuditLog audit) {
        this.documents = documents;
        this.recognition = recognition;
        this.outbox = outbox;
        this.audit = audit;
    }

    @WithTransaction
    public Uni<Document> record(Document document) {
        return documents
                .persist(document)
                .call(() -> recognition.request(document))
                .call(() -> outbox.append(stored(document)))
                .call(() -> audit.append(entry(document)));
    }

    private static DocumentStored stored(Document document) {
        return new DocumentStored(
                document.id(),
                document.accountId(),
                document.kind().name(),
                document.format().contentType(),
                document.size(),
                document.sha256(),
                document.storedAt());
    }

    private static AuditEntry entry(Document document) {
        return new AuditEntry(
                document.storedBy(),
                Roles.APPLICANT,
                document.accountId(),
                "document.stored",
                "document",
                document.id(),
                null,
                List.of());
    }
}
