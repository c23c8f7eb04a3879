package io.zizhi.document.viewing.pages;

import java.io.IOException;

/** Thrown when a page cannot be shown. */
public final class PageException extends IOException {

    /** Why; the process reports it by name. */
    public enum Cause {
        /** The document has fewer pages. */
        NO_SUCH_PAGE,
        /** The file is damaged, protected, or not supported. */
        UNREADABLE,
        /** Time or memory did not suffice. */
        TOO_COMPLEX,
        /** The process did not start, or ended unexpectedly. The same page may succeed in another process. */
        PROCESS_ENDED
    }

    private final Cause reason;

    PageException(Cause reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Cause reason() {
        return reason;
    }
}
