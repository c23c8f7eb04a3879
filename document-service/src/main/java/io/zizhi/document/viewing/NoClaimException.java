package io.zizhi.document.viewing;

/** review-service says: this person holds no live claim on a review of that document. */
final class NoClaimException extends RuntimeException {

    NoClaimException() {
        super("No live claim");
    }
}
