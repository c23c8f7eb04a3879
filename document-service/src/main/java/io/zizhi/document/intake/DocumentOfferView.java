package io.zizhi.document.intake;

import io.zizhi.document.intake.inspection.picture.ImageSize;
import io.zizhi.document.limits.DocumentLimits;
import io.zizhi.document.limits.RetentionPolicy;
import io.zizhi.document.storage.DocumentKind;
import io.zizhi.document.storage.FileFormat;
import java.util.Arrays;
import java.util.List;

/**
 * The limits of documents.
 *
 * @param maxBytes largest file
 * @param maxImageSide most pixels per side of an image
 * @param maxImagePixels most pixels of an image
 * @param uploadsPerMinute uploads of one account per minute
 * @param unusedDocuments most unused documents of one account: those that no submission uses
 * @param unusedBytes most bytes of its unused documents together
 * @param unusedForSeconds how long an unused document is kept after its last check for a draft or a sheet
 * @param neverNamedForSeconds how long an upload is kept that no draft, sheet or submission has named
 * @param kinds accepted formats and least size of images per kind of document
 */
public record DocumentOfferView(
        int maxBytes,
        int maxImageSide,
        long maxImagePixels,
        int uploadsPerMinute,
        int unusedDocuments,
        long unusedBytes,
        long unusedForSeconds,
        long neverNamedForSeconds,
        List<KindView> kinds) {

    static DocumentOfferView from(DocumentLimits limits, RetentionPolicy retention) {
        return new DocumentOfferView(
                Upload.MAX_BYTES,
                ImageSize.MAX_SIDE,
                ImageSize.MAX_PIXELS,
                limits.uploadsPerMinute(),
                limits.unusedDocuments(),
                limits.unusedBytes().asLongValue(),
                limits.unusedFor().toSeconds(),
                retention.neverNamed().toSeconds(),
                Arrays.stream(DocumentKind.values()).map(KindView::from).toList());
    }

    /**
     * What is accepted for a kind of document.
     *
     * @param kind kind of document
     * @param contentTypes media types
     * @param minLongerSide least pixels of an image's longer side
     * @param minShorterSide least pixels of an image's shorter side
     */
    public record KindView(DocumentKind kind, List<String> contentTypes, int minLongerSide, int minShorterSide) {

        static KindView from(DocumentKind kind) {
            return new KindView(
                    kind,
                    Arrays.stream(FileFormat.values())
                            .filter(kind::accepts)
                            .map(FileFormat::contentType)
                            .toList(),
                    kind.leastLongerSide(),
                    kind.leastShorterSide());
        }
    }
}
