package io.zizhi.local.layout;

import org.jspecify.annotations.Nullable;

/** A failure that the user can act on; its message says what happened and what to do. */
public final class LocalFailure extends RuntimeException {

    public LocalFailure(String message) {
        super(message);
    }

    public LocalFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
