package io.zizhi.notification.outbound;

/** A request that was not answered. */
public final class RequestFailure extends RuntimeException {

    private final String code;
    private final boolean isFinal;

    private RequestFailure(String code, boolean isFinal) {
        super(code);
        this.code = code;
        this.isFinal = isFinal;
    }

    /** It may go well another time. */
    static RequestFailure passing(String code) {
        return new RequestFailure(code, false);
    }

    /** No request is sent there. */
    static RequestFailure refused() {
        return new RequestFailure("ADDRESS_REFUSED", true);
    }

    /** Stable, for operators. */
    public String code() {
        return code;
    }

    /** Whether it makes no sense to try again. */
    public boolean isFinal() {
        return isFinal;
    }
}
