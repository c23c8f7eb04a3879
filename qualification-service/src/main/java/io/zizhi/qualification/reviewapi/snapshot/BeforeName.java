package io.zizhi.qualification.reviewapi.snapshot;

import io.zizhi.platform.http.problem.Problems;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * By what a client names the submission that another one is compared with: its number, {@code in-force}, or nothing for the
 * one just before.
 *
 * @param number the number, where it is named by it
 * @param inForce whether what is in force is meant
 */
record BeforeName(OptionalInt number, boolean inForce) {

    static final String IN_FORCE = "in-force";
    static final String PATTERN = "[1-9][0-9]{0,8}|" + IN_FORCE;

    /** 400 where it is none of them. */
    static BeforeName of(@Nullable String from) {
        if (from == null) {
            return new BeforeName(OptionalInt.empty(), false);
        }
        if (from.equals(IN_FORCE)) {
            return new BeforeName(OptionalInt.empty(), true);
        }
        if (!from.matches(PATTERN)) {
            throw Problems.badRequest(
                    "REVISION_MALFORMED", "?from", "Name the other submission by its number, or as in-force.");
        }
        return new BeforeName(OptionalInt.of(Integer.parseInt(from)), false);
    }

    /** The number that is meant by a submission with {@code number}. */
    int numberBefore(int current) {
        return number.orElse(current - 1);
    }
}
