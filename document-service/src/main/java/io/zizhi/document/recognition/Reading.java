package io.zizhi.document.recognition;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Result of one attempt to read a picture. */
public sealed interface Reading {

    /**
     * The picture was read, although it may have no fields.
     *
     * @param picture what was read
     * @param size null if the worker or service does not report it
     */
    record Done(RecognisedPicture picture, @Nullable PictureSize size) implements Reading {}

    /**
     * No attempt can read the picture.
     *
     * @param code reason, for example {@code UNDECODABLE}
     */
    record Impossible(String code) implements Reading {}

    /**
     * The attempt has failed, probably because of this picture.
     *
     * @param code reason, for example {@code CRASHED}
     */
    record Failed(String code) implements Reading {}

    /**
     * The picture was not read, for a reason that does not concern it. This is no attempt.
     *
     * @param code reason, for example {@code BUSY}
     * @param pause when to try again
     * @param isOutage whether other pictures would probably fail, too; the loop pauses then
     */
    record Postponed(String code, Duration pause, boolean isOutage) implements Reading {}

    /** Returns the tag of the metric. */
    default String outcome() {
        return switch (this) {
            case Done done -> "done";
            case Impossible impossible -> "impossible";
            case Failed failed -> "failed";
            case Postponed postponed -> "postponed";
        };
    }
}
