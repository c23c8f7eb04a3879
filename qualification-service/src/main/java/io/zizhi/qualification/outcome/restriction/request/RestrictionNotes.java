package io.zizhi.qualification.outcome.restriction.request;

import org.jspecify.annotations.Nullable;

/**
 * The notes of a request. They are prose and may contain personal data, so they are stored encrypted.
 *
 * @param note note to the applicant; null if there is none
 * @param internalNote note for supervisors; null if there is none
 */
public record RestrictionNotes(
        @Nullable String note, @Nullable String internalNote) {

    /** Omits the notes. */
    @Override
    public String toString() {
        return "RestrictionNotes[]";
    }
}
