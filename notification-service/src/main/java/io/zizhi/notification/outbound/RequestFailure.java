package io.zizhi.notification.outbound;

/** Thrown for a request without a response. */
public final class RequestFailure extends RuntimeException {

    /** The sensible next step after a failure. */
    public enum Next {
        /** A retry may succeed. */
        RETRY,

        /** Somebody has to allow the request first; it does not count as an attempt. */
        WAIT,

        /** A retry is pointless. */
        NOTHING
    }

    private final String code;
    private final Next next;

    private RequestFailure(String code, Next next) {
        super(code);
        this.code = code;
        this.next = next;
    }

    /** Returns a failure after which a retry may succeed. */
    public static RequestFailure passing(String code) {
        return new RequestFailure(code, Next.RETRY);
    }

    /** Returns a failure of a request that must wait until somebody allows it. */
    public static RequestFailure early(String code) {
        return new RequestFailure(code, Next.WAIT);
    }

    /** Returns a failure after which a retry is pointless, for example because the address is forbidden. */
    public static RequestFailure permanent(String code) {
        return new RequestFailure(code, Next.NOTHING);
    }

    /** Returns the stable code, shown to operators. */
    public String code() {
        return code;
    }

    public Next next() {
        return next;
    }
}
