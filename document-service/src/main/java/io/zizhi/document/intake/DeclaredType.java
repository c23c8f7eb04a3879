package io.zizhi.document.intake;

import io.zizhi.document.storage.DocumentKind;
import io.zizhi.document.storage.FileFormat;
import io.zizhi.platform.http.problem.Problems;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the sender says about the format. It is never believed: it can only agree with the bytes or be refused. No
 * Content-Type and {@code application/octet-stream} say nothing.
 */
final class DeclaredType {

    /** Names that browsers and old clients send beside the registered ones. */
    private static final Map<String, FileFormat> ALIASES =
            Map.of("image/jpg", FileFormat.JPEG, "image/pjpeg", FileFormat.JPEG, "image/x-png", FileFormat.PNG);

    private final boolean silent;
    private final Optional<FileFormat> format;

    private DeclaredType(boolean silent, Optional<FileFormat> format) {
        this.silent = silent;
        this.format = format;
    }

    static DeclaredType of(@Nullable String contentType) {
        String name =
                contentType == null ? "" : contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        boolean silent = name.isEmpty() || name.equals("application/octet-stream");
        Optional<FileFormat> registered = Arrays.stream(FileFormat.values())
                .filter(format -> format.contentType().equals(name))
                .findFirst();
        return new DeclaredType(silent, registered.or(() -> Optional.ofNullable(ALIASES.get(name))));
    }

    /** Refuses a declared type in which this kind of document never comes. */
    void requireAccepted(DocumentKind kind) {
        if (!silent && format.filter(kind::accepts).isEmpty()) {
            throw Problems.unsupportedMediaType(
                    "FORMAT_NOT_ACCEPTED", "A document of the kind " + kind + " does not come in this format.");
        }
    }

    /** Refuses bytes that are something else than was declared. */
    void requireAgreement(FileFormat found) {
        if (!silent && format.filter(found::equals).isEmpty()) {
            throw Problems.badRequest(
                    "CONTENT_TYPE_MISMATCH",
                    "",
                    "The bytes are " + found.contentType() + ", not what Content-Type says.");
        }
    }
}
