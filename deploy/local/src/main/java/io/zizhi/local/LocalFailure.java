package io.zizhi.local;

import org.jspecify.annotations.Nullable;

/** Something that the person at the keyboard can act on; its message says what happened and what to do. */
public final class LocalFailure extends RuntimeException {

    /** A failure that is explained by its message alone. */
    public LocalFailure(String message) {
        super(message);
    }

    /** A failure with the exception behind it. */
    public LocalFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
