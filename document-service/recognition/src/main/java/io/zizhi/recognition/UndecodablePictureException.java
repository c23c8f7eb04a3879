package io.zizhi.recognition;

import org.jspecify.annotations.Nullable;

/** The bytes are not a picture in a known format, or the picture is too large. */
public final class UndecodablePictureException extends RuntimeException {

    public UndecodablePictureException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
