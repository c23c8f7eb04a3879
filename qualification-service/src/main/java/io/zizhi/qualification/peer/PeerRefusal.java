package io.zizhi.qualification.peer;

/** A service refused the request. Repeating it would not help. */
public final class PeerRefusal extends RuntimeException {

    PeerRefusal(int status) {
        super("Refused with status " + status);
    }
}
