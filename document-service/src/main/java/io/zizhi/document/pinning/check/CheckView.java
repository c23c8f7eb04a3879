package io.zizhi.document.pinning.check;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zizhi.document.recognition.RecognitionFacts;
import io.zizhi.document.storage.Document;
import io.zizhi.document.storage.DocumentKind;
import io.zizhi.platform.http.problem.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Result of a check, in the order of the request.
 *
 * @param documents one entry per requested document
 */
public record CheckView(List<CheckedDocument> documents) {

    /** Returns the result without recognitions. */
    public static CheckView from(List<Document> found, String accountId, List<WantedDocument> wanted) {
        return from(found, accountId, wanted, Map.of());
    }

    /** @param recognitions by id of the document */
    static CheckView from(
            List<Document> found,
            String accountId,
            List<WantedDocument> wanted,
            Map<String, RecognitionFacts> recognitions) {
        Map<String, Document> byId = found.stream().collect(Collectors.toMap(Document::id, Function.identity()));
        List<CheckedDocument> checked = new ArrayList<>();
        for (WantedDocument want : wanted) {
            Document document = byId.get(want.documentId());
            Usability status = Usability.of(document, accountId, want.kinds());
            checked.add(
                    document == null || status == Usability.NOT_FOUND
                            ? new CheckedDocument(want.documentId(), status, null, null, null, null)
                            : new CheckedDocument(
                                    want.documentId(),
                                    status,
                                    document.kind(),
                                    document.uploadedSha256(),
                                    document.colour().orElse(null),
                                    recognitions.get(document.id())));
        }
        return new CheckView(checked);
    }

    /** Returns why documents cannot be used; empty if all can. */
    public List<Violation> obstacles() {
        return IntStream.range(0, documents.size())
                .filter(index -> !documents.get(index).status().isUsable())
                .mapToObj(index -> new Violation(
                        "/documents/" + index + "/documentId",
                        "DOCUMENT_" + documents.get(index).status(),
                        "The document cannot be used."))
                .toList();
    }

    /**
     * Result for one document.
     *
     * @param documentId as requested
     * @param status whether the document can be used
     * @param kind absent if the document was not found
     * @param sha256 hexadecimal digest of the bytes as uploaded, equal for identical uploads; absent if the
     *     document was not found
     * @param colour whether a picture has colours; absent if unknown
     * @param recognition what was recognised in the picture; absent unless asked for, and if the document was not found
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CheckedDocument(
            String documentId,
            Usability status,
            @Nullable DocumentKind kind,
            @Nullable String sha256,
            @Nullable Boolean colour,
            @Nullable RecognitionFacts recognition) {}
}
