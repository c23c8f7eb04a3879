package io.zizhi.qualification.reviewapi.snapshot;

import io.zizhi.platform.http.problem.Problems;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Selects the submission to compare with: by number, as {@code in-force}, or by default the previous one.
 *
 * @param number number of the submission; empty if it is not selected by number
 * @param inForce whether the submission in force is selected
 */
record BeforeName(OptionalInt number, boolean inForce) {

    static final String IN_FORCE = "in-force";
    static final String PATTERN = "[1-9][0-9]{0,8}|" + IN_FORCE;

    /** Parses the query parameter; fails with 400 if it is malformed. */
    static BeforeName of(@Nullable String from) {
        if (from == null) {
            return new BeforeName(OptionalInt.empty(), false);
        }
        if (from.equals(IN_FORCE)) {
            return new BeforeName(OptionalInt.empty(), true);
        }
        if (!from.matches(PATTERN)) {
            throw Problems.badRequest(
                    "REVISION_MALFORMED", "?from", "Must be the number of a submission, or `in-force`.");
        }
        return new BeforeName(OptionalInt.of(Integer.parseInt(from)), false);
    }

    /** Returns the selected number, by default the one before {@code current}. */
    int numberBefore(int current) {
        return number.orElse(current - 1);
    }
}
