package io.zizhi.qualification.peer;

/** A service answered, and the answer is no. Asking again would not help. */
public final class PeerRefusal extends RuntimeException {

    private final int status;

    PeerRefusal(int status) {
        super("Refused with status " + status);
        this.status = status;
    }

    /** HTTP status, 400 to 499. */
    public int status() {
        return status;
    }
}
