package io.zizhi.document.pinning;

import com.fasterxml.jackson.annotation.JsonInclude;
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
 * The answer to a check, in the order of the question.
 *
 * @param documents one for each that was asked for
 */
public record CheckView(List<CheckedDocument> documents) {

    static CheckView from(List<Document> found, String accountId, List<WantedDocument> wanted) {
        Map<String, Document> byId = found.stream().collect(Collectors.toMap(Document::id, Function.identity()));
        List<CheckedDocument> checked = new ArrayList<>();
        for (WantedDocument want : wanted) {
            Document document = byId.get(want.documentId());
            Usability status = Usability.of(document, accountId, want.kinds());
            DocumentKind kind = document == null || status == Usability.NOT_FOUND ? null : document.kind();
            checked.add(new CheckedDocument(want.documentId(), status, kind));
        }
        return new CheckView(checked);
    }

    /** What stands in the way of using all of them; empty when nothing does. */
    List<Violation> obstacles() {
        return IntStream.range(0, documents.size())
                .filter(index -> !documents.get(index).status().isUsable())
                .mapToObj(index -> new Violation(
                        "/documents/" + index + "/documentId",
                        "DOCUMENT_" + documents.get(index).status(),
                        "The document cannot be used."))
                .toList();
    }

    /**
     * One document of the answer.
     *
     * @param documentId as it was asked for
     * @param status whether it can be used
     * @param kind left out where the document is not found
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CheckedDocument(
            String documentId, Usability status, @Nullable DocumentKind kind) {}
}
