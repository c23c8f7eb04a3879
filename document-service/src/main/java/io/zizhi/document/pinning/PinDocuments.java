package io.zizhi.document.pinning;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.document.pinning.check.CheckView;
import io.zizhi.document.pinning.check.WantedDocument;
import io.zizhi.document.storage.DocumentRepository;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.http.problem.Violation;
import io.zizhi.platform.runtime.time.DatabaseTime;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Pins all documents of a revision, or none if one cannot be used. The event of the submission confirms the pins. Pinning
 * again renews unconfirmed pins.
 */
@ApplicationScoped
public class PinDocuments {

    private final DocumentRepository documents;
    private final PinRepository pins;
    private final DatabaseTime time;

    PinDocuments(DocumentRepository documents, PinRepository pins, DatabaseTime time) {
        this.documents = documents;
        this.pins = pins;
        this.time = time;
    }

    @WithTransaction
    public Uni<CheckView> pin(PinRequest request) {
        List<String> ids =
                request.documents().stream().map(WantedDocument::documentId).toList();
        return documents
                .holdAll(ids)
                .map(found -> CheckView.from(found, request.accountId(), request.documents()))
                .invoke(PinDocuments::requireAllUsable)
                .call(() -> time.now().chain(now -> pins.pin(ids, request.qualificationId(), request.revision(), now)));
    }

    private static void requireAllUsable(CheckView checked) {
        List<Violation> obstacles = checked.obstacles();
        if (!obstacles.isEmpty()) {
            throw Problems.conflict(
                    "DOCUMENT_NOT_USABLE", "Some documents cannot be used; none was pinned. See `errors`.", obstacles);
        }
    }
}
