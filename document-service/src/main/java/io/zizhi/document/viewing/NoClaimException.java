package io.zizhi.document.viewing;

/** Thrown when review-service answers that the reviewer has no live claim on a review of the document. */
final class NoClaimException extends RuntimeException {

    NoClaimException() {
        super("No live claim");
    }
}
