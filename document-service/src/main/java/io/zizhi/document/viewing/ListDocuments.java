package io.zizhi.document.viewing;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.zizhi.document.pinning.DocumentUse;
import io.zizhi.document.pinning.PinRepository;
import io.zizhi.document.storage.Document;
import io.zizhi.document.storage.DocumentFilter;
import io.zizhi.document.storage.DocumentKind;
import io.zizhi.document.storage.DocumentRepository;
import io.zizhi.document.storage.FileNames;
import io.zizhi.platform.http.ListCursor;
import io.zizhi.platform.http.Page;
import io.zizhi.platform.http.PageRequest;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.identity.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lists the documents of the caller's account, newest first, without their bytes. */
@ApplicationScoped
public class ListDocuments {

    private static final int CURSOR_PARTS = 2;

    private final DocumentRepository documents;
    private final PinRepository pins;
    private final FileNames names;

    ListDocuments(DocumentRepository documents, PinRepository pins, FileNames names) {
        this.documents = documents;
        this.pins = pins;
        this.names = names;
    }

    @WithSession
    public Uni<Page<ListedDocumentView>> list(Caller caller, DocumentFilter filter, PageRequest page) {
        int limit = page.limit();
        return documents
                .newest(caller.requireAccount(), filter, ListCursor.from(page, CURSOR_PARTS), limit + 1)
                .map(found -> Page.of(found, limit, last -> ListCursor.of(last.storedAt(), last.id())))
                .chain(found -> names.reader(caller.requireAccount())
                        .chain(reader -> usesOf(found.items())
                                .map(uses -> found.map(document -> ListedDocumentView.from(
                                        document,
                                        reader.apply(document).orElse(null),
                                        uses.getOrDefault(document.id(), List.of()))))));
    }

    private Uni<Map<String, List<DocumentUse>>> usesOf(List<Document> found) {
        return found.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : pins.usesOf(found.stream().map(Document::id).toList());
    }

    /** Parses the query parameters; null means no filter. */
    static DocumentFilter filter(@Nullable String kind, @Nullable String used) {
        return new DocumentFilter(kind == null ? null : kind(kind), used == null ? null : used(used));
    }

    private static DocumentKind kind(String name) {
        return DocumentKind.named(name)
                .orElseThrow(() -> Problems.badRequest(
                        "KIND_UNKNOWN",
                        "?kind",
                        "`kind` must be one of " + Arrays.toString(DocumentKind.values()) + "."));
    }

    private static boolean used(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw Problems.badRequest("PARAMETER_INVALID", "?used", "`used` must be `true` or `false`.");
        };
    }
}
