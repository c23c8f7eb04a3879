package io.zizhi.document.pinning;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.document.storage.DocumentRepository;
import io.zizhi.platform.problem.Problems;
import io.zizhi.platform.problem.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/** Pins documents for a revision: all of them or, when one cannot be used, none. Pinning again changes nothing. */
@ApplicationScoped
public class PinDocuments {

    private final DocumentRepository documents;
    private final PinRepository pins;
    private final Clock clock;

    PinDocuments(DocumentRepository documents, PinRepository pins, Clock clock) {
        this.documents = documents;
        this.pins = pins;
        this.clock = clock;
    }

    @WithTransaction
    public Uni<CheckView> pin(PinRequest request) {
        List<String> ids =
                request.documents().stream().map(WantedDocument::documentId).toList();
        return documents
                .holdAll(ids)
                .map(found -> CheckView.from(found, request.accountId(), request.documents()))
                .invoke(PinDocuments::requireAllUsable)
                .call(() -> pins.pin(ids, request.qualificationId(), request.revision(), clock.instant()));
    }

    private static void requireAllUsable(CheckView checked) {
        List<Violation> obstacles = checked.obstacles();
        if (!obstacles.isEmpty()) {
            throw Problems.conflict(
                    "DOCUMENT_NOT_USABLE", "Not all of the documents can be used; none was pinned.", obstacles);
        }
    }
}
