package io.zizhi.review.casefile.unmasking;

/** qualification-service says: this reviewer has seen as many fields as one may see in a day. */
final class ValuesLimitedException extends RuntimeException {

    ValuesLimitedException() {
        super("No more fields for this reviewer");
    }
}
