package io.zizhi.document.intake;

import io.zizhi.document.intake.inspection.DeclaredType;
import io.zizhi.document.storage.DocumentKind;
import io.zizhi.platform.http.problem.Problems;
import java.util.Arrays;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A file to be uploaded.
 *
 * @param kind kind of document
 * @param declaredType Content-Type of the request; null if absent
 * @param fileName name of the file without folders; null if the request has none
 * @param declaredLength Content-Length of the request; empty for a chunked body
 */
public record Upload(
        DocumentKind kind,
        @Nullable String declaredType,
        @Nullable String fileName,
        OptionalLong declaredLength) {

    /** Maximum file size: 5 MiB, as large clouds allow. */
    public static final int MAX_BYTES = 5_242_880;

    /** Checks the headers. If possible, rejects an invalid upload before any byte is read. */
    public static Upload of(
            @Nullable String kind, @Nullable String type, @Nullable String disposition, @Nullable String length) {
        if (kind == null || kind.isEmpty()) {
            throw Problems.badRequest("FIELD_REQUIRED", "?kind", "The query parameter `kind` is required.");
        }
        DocumentKind known = DocumentKind.named(kind)
                .orElseThrow(() -> Problems.badRequest(
                        "KIND_UNKNOWN",
                        "?kind",
                        "`kind` must be one of " + Arrays.toString(DocumentKind.values()) + "."));
        Upload upload = new Upload(known, type, FileName.of(disposition), parseLength(length));
        if (upload.declaredLength.orElse(1) == 0) {
            throw empty();
        }
        if (upload.declaredLength.orElse(1) > MAX_BYTES) {
            throw tooLarge();
        }
        DeclaredType.of(type).requireAccepted(known);
        return upload;
    }

    /** Returns the maximum length of the body in bytes. */
    long largestSize() {
        return declaredLength.orElse(MAX_BYTES);
    }

    static RuntimeException tooLarge() {
        return Problems.tooLarge("DOCUMENT_TOO_LARGE", "A document may have at most " + MAX_BYTES + " bytes.");
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

    /** Omits the file name, which may be personal data. */
    @Override
    public String toString() {
        return "Upload[" + kind + "]";
    }
}
