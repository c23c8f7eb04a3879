package io.zizhi.document.recognition;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.zizhi.document.storage.Document;
import io.zizhi.document.storage.DocumentId;
import io.zizhi.document.storage.DocumentRepository;
import io.zizhi.document.storage.DocumentStatus;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Finds the recognition of a document of one account. */
@ApplicationScoped
public class FindRecognition {

    private static final Logger LOG = Logger.getLogger(FindRecognition.class);

    private final DocumentRepository documents;
    private final RecognitionRepository recognitions;
    private final RecognitionSeal seal;

    FindRecognition(DocumentRepository documents, RecognitionRepository recognitions, RecognitionSeal seal) {
        this.documents = documents;
        this.recognitions = recognitions;
        this.seal = seal;
    }

    /** Fails with 404 for an unknown document and for one of another account. */
    @WithSession
    public Uni<FoundRecognition> find(String accountId, String documentId) {
        return DocumentId.isWellFormed(documentId)
                ? documents
                        .findById(documentId)
                        .map(document -> requireOwned(document, accountId))
                        .chain(this::recognitionOf)
                : Uni.createFrom().failure(Document.notFound());
    }

    /**
     * Returns the recognition of each of the documents, by id. Needs a session. A result that cannot be decrypted is left
     * out and does not fail the others.
     */
    public Uni<Map<String, RecognitionFacts>> factsOf(List<Document> wanted) {
        return recognitions
                .findAll(wanted.stream().map(Document::id).toList())
                .map(found -> found.stream().collect(Collectors.toMap(Recognition::documentId, Function.identity())))
                .chain(byDocument -> Multi.createFrom()
                        .iterable(wanted)
                        .onItem()
                        .transformToUniAndConcatenate(document -> readable(document, byDocument.get(document.id())))
                        .collect()
                        .asMap(found -> found.document().id(), RecognitionFacts::from));
    }

    private Uni<FoundRecognition> readable(Document document, @Nullable Recognition recognition) {
        return shown(document, recognition)
                .onFailure()
                .invoke(failure -> LOG.warnf(failure, "The recognition of document %s is unreadable", document.id()))
                .onFailure()
                .recoverWithItem(new FoundRecognition(document, null, null));
    }

    private Uni<FoundRecognition> recognitionOf(Document document) {
        return recognitions.findById(document.id()).chain(recognition -> shown(document, recognition));
    }

    private Uni<FoundRecognition> shown(Document document, @Nullable Recognition recognition) {
        if (document.status() == DocumentStatus.QUARANTINED) {
            return Uni.createFrom().item(new FoundRecognition(document, null, null));
        }
        return recognition == null || recognition.status() != RecognitionStatus.DONE
                ? Uni.createFrom().item(new FoundRecognition(document, recognition, null))
                : seal.open(recognition).map(picture -> new FoundRecognition(document, recognition, picture));
    }

    private static Document requireOwned(@Nullable Document document, String accountId) {
        if (document == null || !document.belongsTo(accountId)) {
            throw Document.notFound();
        }
        return document;
    }
}
