package io.zizhi.notification.outbound;

/** Thrown for a request without a response. */
public final class RequestFailure extends RuntimeException {

    private final String code;
    private final boolean isFinal;

    private RequestFailure(String code, boolean isFinal) {
        super(code);
        this.code = code;
        this.isFinal = isFinal;
    }

    /** Returns a failure after which a retry may succeed. */
    static RequestFailure passing(String code) {
        return new RequestFailure(code, false);
    }

    /** Returns the failure for a forbidden address. No request is sent. */
    static RequestFailure refused() {
        return new RequestFailure("ADDRESS_REFUSED", true);
    }

    /** Returns the stable code, shown to operators. */
    public String code() {
        return code;
    }

    /** Returns whether a retry is pointless. */
    public boolean isFinal() {
        return isFinal;
    }
}
