package io.zizhi.faults.nemesis;

/** Thrown by a fault that found nothing to break; the suite is unchanged. The message gives the reason for people. */
final class NothingBrokenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NothingBrokenException(String why) {
        super(why);
    }
}
