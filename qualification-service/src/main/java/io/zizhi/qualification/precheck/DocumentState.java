package io.zizhi.qualification.precheck;

import org.jspecify.annotations.Nullable;

/**
 * What document-service says of a document that the form names.
 *
 * @param status whether it can be used
 * @param kind its kind, for example {@code ID_EMBLEM}; null where it is not told
 */
public record DocumentState(Status status, @Nullable String kind) {

    /** Whether a document can be used. */
    public enum Status {
        AVAILABLE,
        PENDING_SCAN,
        QUARANTINED,
        /** Not there, or another account's. */
        NOT_FOUND,
        WRONG_KIND
    }
}
