package io.zizhi.document.intake.identical;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.zizhi.document.intake.identical.IdenticalView.FoundView;
import io.zizhi.document.intake.identical.IdenticalView.OtherView;
import io.zizhi.document.intake.identical.IdenticalView.SharedDocumentView;
import io.zizhi.document.storage.DocumentId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** Finds other accounts with identical documents. Changes nothing. */
@ApplicationScoped
public class FindIdentical {

    private static final int SHOWN = 20;

    private final IdenticalRepository documents;

    FindIdentical(IdenticalRepository documents) {
        this.documents = documents;
    }

    /** @param documentIds ids of the documents; malformed ids have no matches */
    @WithSession
    public Uni<IdenticalView> find(List<String> documentIds) {
        List<String> ids =
                documentIds.stream().filter(DocumentId::isWellFormed).distinct().toList();
        return documents
                .inOtherAccounts(ids, SHOWN + 1)
                .map(found -> new IdenticalView(ids.stream()
                        .filter(found::containsKey)
                        .map(id -> shared(id, found))
                        .toList()));
    }

    private static SharedDocumentView shared(String id, Map<String, List<OtherView>> found) {
        List<OtherView> others = found.getOrDefault(id, List.of());
        List<OtherView> shown = others.stream().limit(SHOWN).toList();
        return new SharedDocumentView(id, new FoundView(shown.size(), others.size() > SHOWN, shown));
    }
}
