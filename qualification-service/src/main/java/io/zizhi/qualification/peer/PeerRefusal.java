package io.zizhi.qualification.peer;

/** A service answered, and the answer is no. Asking again would not help. */
public final class PeerRefusal extends RuntimeException {

    PeerRefusal(int status) {
        super("Refused with status " + status);
    }
}
