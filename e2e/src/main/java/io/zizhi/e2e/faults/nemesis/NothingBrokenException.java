package io.zizhi.e2e.faults.nemesis;

/** A fault found nothing to break; all is as it was before. Its message says why, for people. */
final class NothingBrokenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NothingBrokenException(String why) {
        super(why);
    }
}
