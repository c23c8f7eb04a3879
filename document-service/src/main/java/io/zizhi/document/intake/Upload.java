package io.zizhi.document.intake;

import io.zizhi.document.storage.DocumentKind;
import io.zizhi.platform.http.problem.Problems;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A file that is about to be sent.
 *
 * @param declaredType the request's Content-Type; null when it has none
 * @param declaredLength the request's Content-Length; empty when the body comes in chunks
 */
public record Upload(DocumentKind kind, @Nullable String declaredType, OptionalLong declaredLength) {

    /** The largest file: 5 MiB, as large clouds take it. */
    public static final int MAX_BYTES = 5_242_880;

    /** Refuses what can be refused by its headers, before one byte is read. */
    static Upload of(@Nullable String kind, @Nullable String type, @Nullable String length) {
        if (kind == null || kind.isEmpty()) {
            throw Problems.badRequest("FIELD_REQUIRED", "?kind", "The query parameter kind says what the document is.");
        }
        DocumentKind known = DocumentKind.named(kind)
                .orElseThrow(() -> Problems.badRequest("KIND_UNKNOWN", "?kind", "There is no such kind of document."));
        Upload upload = new Upload(known, type, parseLength(length));
        if (upload.declaredLength.orElse(1) == 0) {
            throw empty();
        }
        if (upload.declaredLength.orElse(1) > MAX_BYTES) {
            throw tooLarge();
        }
        DeclaredType.of(type).requireAccepted(known);
        return upload;
    }

    /** Bytes that its body can have at most. */
    long largestSize() {
        return declaredLength.orElse(MAX_BYTES);
    }

    static RuntimeException tooLarge() {
        return Problems.tooLarge("DOCUMENT_TOO_LARGE", "A document has at most " + MAX_BYTES + " bytes.");
    }

    static RuntimeException empty() {
        return Problems.badRequest("DOCUMENT_EMPTY", "", "The body is empty.");
    }

    private static OptionalLong parseLength(@Nullable String length) {
        if (length == null) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Long.parseLong(length.trim()));
        } catch (NumberFormatException beyondLong) {
            return OptionalLong.of(Long.MAX_VALUE);
        }
    }
}
