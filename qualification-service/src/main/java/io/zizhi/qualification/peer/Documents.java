package io.zizhi.qualification.peer;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.qualification.form.DocumentUse;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Checks and pins documents through document-service. Fails with 503 if it does not answer. */
@ApplicationScoped
public class Documents {

    private static final String PEER = "document-service";

    private final DocumentClient client;

    Documents(@RestClient DocumentClient client) {
        this.client = client;
    }

    /** Returns the state of each document in {@code uses}; a document used twice is checked once. */
    public Uni<List<DocumentAnswer.CheckedDocument>> check(String accountId, List<DocumentUse> uses) {
        if (uses.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return client.check(new DocumentQuestion(accountId, wanted(uses)))
                .map(DocumentAnswer::documents)
                .onFailure()
                .transform(failure -> Outage.of(PEER, failure));
    }

    /** Pins the documents for a revision; fails with 409 if any of them can no longer be used. */
    public Uni<Void> pin(String accountId, long qualificationId, int revision, List<DocumentUse> uses) {
        return client.pin(new DocumentPins(accountId, qualificationId, revision, wanted(uses)))
                .replaceWithVoid()
                .onFailure()
                .transform(failure -> Outage.of(PEER, failure))
                .onFailure(PeerRefusal.class)
                .transform(refused -> Problems.conflict(
                        "DOCUMENT_NOT_USABLE", "A document can no longer be used; evaluate the form again."));
    }

    private static List<WantedDocument> wanted(List<DocumentUse> uses) {
        Map<String, TreeSet<String>> kinds = new LinkedHashMap<>();
        uses.forEach(use ->
                kinds.computeIfAbsent(use.documentId(), id -> new TreeSet<>()).add(use.kind()));
        return kinds.entrySet().stream()
                .map(entry -> new WantedDocument(entry.getKey(), List.copyOf(entry.getValue())))
                .toList();
    }
}
