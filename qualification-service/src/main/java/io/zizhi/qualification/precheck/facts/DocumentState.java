package io.zizhi.qualification.precheck.facts;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The state of a document named in a form, as reported by document-service.
 *
 * @param status whether the document can be used
 * @param kind kind of document, for example {@code ID_EMBLEM}; null if not reported
 * @param sha256 hexadecimal digest of its bytes; null if not reported
 * @param colour whether a picture has colours; null if unknown
 * @param picture what was recognised in the picture; null if not reported
 */
public record DocumentState(
        Status status,
        @Nullable String kind,
        @Nullable String sha256,
        @Nullable Boolean colour,
        @Nullable RecognisedPicture picture) {

    /** Creates the state of a document that was not recognised. */
    public DocumentState(Status status, @Nullable String kind, @Nullable String sha256, @Nullable Boolean colour) {
        this(status, kind, sha256, colour, null);
    }

    /** Creates the state of a document whose bytes are unknown. */
    public DocumentState(Status status, @Nullable String kind) {
        this(status, kind, null, null);
    }

    /** Returns what was recognised in the picture; empty unless recognition is done. */
    public Optional<RecognisedPicture> recognised() {
        return Optional.ofNullable(picture).filter(RecognisedPicture::isDone);
    }

    public enum Status {
        AVAILABLE,
        PENDING_SCAN,
        QUARANTINED,
        /** It does not exist or belongs to another account. */
        NOT_FOUND,
        WRONG_KIND
    }
}
