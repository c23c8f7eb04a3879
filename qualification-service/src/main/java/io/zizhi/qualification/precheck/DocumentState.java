package io.zizhi.qualification.precheck;

import org.jspecify.annotations.Nullable;

/**
 * The state of a document named in a form, as reported by document-service.
 *
 * @param status whether the document can be used
 * @param kind kind of document, for example {@code ID_EMBLEM}; null if not reported
 */
public record DocumentState(Status status, @Nullable String kind) {

    public enum Status {
        AVAILABLE,
        PENDING_SCAN,
        QUARANTINED,
        /** It does not exist or belongs to another account. */
        NOT_FOUND,
        WRONG_KIND
    }
}
