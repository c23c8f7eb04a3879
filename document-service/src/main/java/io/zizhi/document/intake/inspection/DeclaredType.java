package io.zizhi.document.intake.inspection;

import io.zizhi.document.storage.DocumentKind;
import io.zizhi.document.storage.FileFormat;
import io.zizhi.platform.http.problem.Problems;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The format that the client declares. It is never trusted: if the bytes have another format, the file is rejected. A
 * missing Content-Type and {@code application/octet-stream} declare no format.
 */
public final class DeclaredType {

    /** Unregistered names that browsers and old clients send. */
    private static final Map<String, FileFormat> ALIASES =
            Map.of("image/jpg", FileFormat.JPEG, "image/pjpeg", FileFormat.JPEG, "image/x-png", FileFormat.PNG);

    private final boolean silent;
    private final Optional<FileFormat> format;

    private DeclaredType(boolean silent, Optional<FileFormat> format) {
        this.silent = silent;
        this.format = format;
    }

    public static DeclaredType of(@Nullable String contentType) {
        String name =
                contentType == null ? "" : contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        boolean silent = name.isEmpty() || name.equals("application/octet-stream");
        Optional<FileFormat> registered = Arrays.stream(FileFormat.values())
                .filter(format -> format.contentType().equals(name))
                .findFirst();
        return new DeclaredType(silent, registered.or(() -> Optional.ofNullable(ALIASES.get(name))));
    }

    /** Rejects a declared type that this kind of document does not accept. */
    public void requireAccepted(DocumentKind kind) {
        if (!silent && format.filter(kind::accepts).isEmpty()) {
            throw Problems.unsupportedMediaType(
                    "FORMAT_NOT_ACCEPTED", "A document of this kind must have the format " + kind.formats() + ".");
        }
    }

    /** Rejects a file whose format differs from the declared type. */
    void requireAgreement(FileFormat found) {
        if (!silent && format.filter(found::equals).isEmpty()) {
            throw Problems.badRequest(
                    "CONTENT_TYPE_MISMATCH",
                    "",
                    "The file is " + found.contentType() + ". Send this type or none as Content-Type.");
        }
    }
}
