package io.zizhi.qualification.peer;

/** A service could not answer; a later attempt may succeed. */
public final class PeerFailure extends RuntimeException {

    PeerFailure(int status) {
        super("Failed with status " + status);
    }
}
