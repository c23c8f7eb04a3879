package io.zizhi.document.intake.inspection;

import io.zizhi.document.intake.inspection.pdf.PdfInspection;
import io.zizhi.document.intake.inspection.picture.PictureFile;
import io.zizhi.document.intake.inspection.word.OleInspection;
import io.zizhi.document.intake.inspection.word.WordPackageInspection;
import io.zizhi.document.storage.DocumentKind;
import io.zizhi.document.storage.FileFormat;
import io.zizhi.platform.http.problem.Problems;
import org.jspecify.annotations.Nullable;

/** Checks the bytes of a file. */
public final class FileInspection {

    private FileInspection() {}

    /** Rejects a file that is not acceptable as {@code kind}. */
    public static InspectedFile inspect(byte[] bytes, DocumentKind kind, @Nullable String declaredType) {
        FileFormat format = FileSignature.detect(bytes)
                .orElseThrow(() -> Problems.unsupportedMediaType(
                        "FORMAT_UNKNOWN", "Unknown file format. Upload a JPEG, PNG, GIF, PDF, DOC or DOCX file."));
        if (!kind.accepts(format)) {
            throw Problems.unsupportedMediaType(
                    "FORMAT_NOT_ACCEPTED", "A document of this kind must have the format " + kind.formats() + ".");
        }
        DeclaredType.of(declaredType).requireAgreement(format);
        return switch (format) {
            case JPEG, PNG, GIF -> picture(format, bytes, kind);
            case PDF -> document(format, bytes, () -> PdfInspection.inspect(bytes));
            case DOC -> document(format, bytes, () -> OleInspection.inspect(bytes));
            case DOCX -> document(format, bytes, () -> WordPackageInspection.inspect(bytes));
        };
    }

    private static InspectedFile picture(FileFormat format, byte[] bytes, DocumentKind kind) {
        PictureFile picture = PictureFile.of(format, bytes, kind);
        HiddenFiles.refuse(format, bytes);
        HiddenFiles.refuseTail(bytes, picture.end());
        return new InspectedFile(format, bytes, picture);
    }

    private static InspectedFile document(FileFormat format, byte[] bytes, Runnable inspection) {
        inspection.run();
        HiddenFiles.refuse(format, bytes);
        return new InspectedFile(format, bytes, null);
    }
}
