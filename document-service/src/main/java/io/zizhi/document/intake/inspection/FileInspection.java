package io.zizhi.document.intake.inspection;

import io.zizhi.document.storage.DocumentKind;
import io.zizhi.document.storage.FileFacts;
import io.zizhi.document.storage.FileFormat;
import io.zizhi.platform.http.problem.Problems;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Checks the bytes of a file. */
public final class FileInspection {

    private FileInspection() {}

    /** Returns the facts of a file that is acceptable as {@code kind}; rejects any other file. */
    public static FileFacts inspect(byte[] bytes, DocumentKind kind, @Nullable String declaredType) {
        FileFormat format = FileSignature.detect(bytes)
                .orElseThrow(() -> Problems.unsupportedMediaType(
                        "FORMAT_UNKNOWN", "Unknown file format. Upload a JPEG, PNG, GIF, PDF, DOC or DOCX file."));
        if (!kind.accepts(format)) {
            throw Problems.unsupportedMediaType(
                    "FORMAT_NOT_ACCEPTED", "A document of this kind must have the format " + kind.formats() + ".");
        }
        DeclaredType.of(declaredType).requireAgreement(format);
        return new FileFacts(
                format, bytes.length, sha256(bytes), format.isImage() ? inspectImage(format, bytes, kind) : null);
    }

    /** Rejects an image that is damaged, too large or illegible. Returns whether it has colours. */
    private static @Nullable Boolean inspectImage(FileFormat format, byte[] bytes, DocumentKind kind) {
        ImageStructure.sizeOf(format, bytes).requireLegible(kind);
        return ColourHint.of(format, bytes);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
