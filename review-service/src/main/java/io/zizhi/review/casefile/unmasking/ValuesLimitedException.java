package io.zizhi.review.casefile.unmasking;

/** qualification-service refused: this reviewer has reached the daily limit of fields in plain text. */
final class ValuesLimitedException extends RuntimeException {

    ValuesLimitedException() {
        super("No more fields for this reviewer");
    }
}
