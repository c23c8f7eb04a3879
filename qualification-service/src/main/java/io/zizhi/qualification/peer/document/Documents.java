package io.zizhi.qualification.peer.document;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.qualification.form.DocumentUse;
import io.zizhi.qualification.peer.Outage;
import io.zizhi.qualification.peer.PeerRefusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/** Checks and pins documents through document-service. Fails with 503 if it does not answer. */
@ApplicationScoped
public class Documents {

    private static final Logger LOG = Logger.getLogger(Documents.class);

    private static final String PEER = "document-service";

    private static final Duration LONGEST_NAMING = Duration.ofMillis(300);

    /** Maximum length of a file name at document-service, in characters (code points). */
    private static final int MAX_NAME = 255;

    private static final int NAMES_PER_QUESTION = 200;

    private final DocumentClient client;

    Documents(@RestClient DocumentClient client) {
        this.client = client;
    }

    /** Returns the state of each document in {@code uses}; a document used twice is checked once. */
    public Uni<List<DocumentAnswer.CheckedDocument>> check(String accountId, List<DocumentUse> uses) {
        return check(accountId, uses, false);
    }

    /** Like {@link #check}, with what was recognised in pictures. Does not wait for unfinished recognition. */
    public Uni<List<DocumentAnswer.CheckedDocument>> checkRecognised(String accountId, List<DocumentUse> uses) {
        return check(accountId, uses, true);
    }

    private Uni<List<DocumentAnswer.CheckedDocument>> check(
            String accountId, List<DocumentUse> uses, boolean recognition) {
        if (uses.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return client.check(recognition, new DocumentQuestion(accountId, wanted(uses)))
                .map(DocumentAnswer::documents)
                .onFailure()
                .transform(failure -> Outage.of(PEER, failure));
    }

    /**
     * Tells document-service that a saved draft names the documents, so that it keeps them for a month instead of a day.
     * Neither fails nor waits long: the next check of the draft does the same.
     */
    public Uni<Void> name(String accountId, List<DocumentUse> uses) {
        return check(accountId, uses)
                .replaceWithVoid()
                .ifNoItem()
                .after(LONGEST_NAMING)
                .recoverWithUni(Uni.createFrom().voidItem())
                .onFailure()
                .invoke(failure -> LOG.debugf("Documents of a draft are not named yet: %s", failure.toString()))
                .onFailure()
                .recoverWithNull();
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

    /**
     * Returns the documents of the account with one of the file names. Names that no document can have are not asked for.
     */
    public Uni<List<NamedDocument>> named(String accountId, List<String> fileNames) {
        List<String> possible = fileNames.stream()
                .filter(name -> !name.trim().isEmpty() && name.codePointCount(0, name.length()) <= MAX_NAME)
                .toList();
        return Multi.createFrom()
                .iterable(possible)
                .group()
                .intoLists()
                .of(NAMES_PER_QUESTION)
                .onItem()
                .transformToUniAndConcatenate(names -> client.named(new DocumentNamesQuestion(accountId, names)))
                .onItem()
                .transformToIterable(NamedDocuments::documents)
                .collect()
                .asList()
                .onFailure()
                .transform(failure -> Outage.of(PEER, failure));
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
