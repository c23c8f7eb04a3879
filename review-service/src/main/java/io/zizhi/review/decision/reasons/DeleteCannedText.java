package io.zizhi.review.decision.reasons;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.identity.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Deletes a canned text. Existing decisions keep notes that used it. */
@ApplicationScoped
public class DeleteCannedText {

    private final CannedTextRepository texts;
    private final CannedTextAudit audit;

    DeleteCannedText(CannedTextRepository texts, CannedTextAudit audit) {
        this.texts = texts;
        this.audit = audit;
    }

    @WithTransaction
    public Uni<Void> delete(String reason, String name, long version, Caller caller) {
        String id = CannedText.id(reason, name);
        return texts.findById(id)
                .onItem()
                .ifNull()
                .failWith(() -> Problems.notFound("TEXT_NOT_FOUND", "This reason has no text of this name."))
                .chain(found -> texts.remove(id, version))
                .invoke(DeleteCannedText::requireDone)
                .chain(() -> audit.append(caller, "canned-text.deleted", id, List.of()));
    }

    private static void requireDone(boolean done) {
        if (!done) {
            throw Problems.preconditionFailed("The text has another version. List the reasons again.");
        }
    }
}
