package io.zizhi.faults.suite;

/** Thrown by a fault that found nothing to break; the suite is unchanged. The message gives the reason for people. */
public final class NothingBrokenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NothingBrokenException(String why) {
        super(why);
    }
}
