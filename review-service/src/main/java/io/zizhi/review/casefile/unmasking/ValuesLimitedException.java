package io.zizhi.review.casefile.unmasking;

/** qualification-service refused: this reviewer has reached the daily limit of fields in plain text. */
final class ValuesLimitedException extends RuntimeException {

    ValuesLimitedException() {
        super("The reviewer has reached the daily limit of fields");
    }
}
