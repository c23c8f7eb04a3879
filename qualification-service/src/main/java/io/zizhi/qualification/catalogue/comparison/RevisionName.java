package io.zizhi.qualification.catalogue.comparison;

import io.zizhi.platform.http.problem.Problems;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** By what a client names a revision of a qualification: its number, or {@code working} for the working copy. */
record RevisionName(OptionalInt number) {

    private static final String WORKING = "working";

    /** 400 where it is neither. */
    static RevisionName of(String parameter, @Nullable String text) {
        if (WORKING.equals(text)) {
            return new RevisionName(OptionalInt.empty());
        }
        if (text == null || !text.matches("[1-9]\\d{0,8}")) {
            throw Problems.badRequest(
                    "REVISION_MALFORMED",
                    "?" + parameter,
                    "Name a revision by its number, or the working copy as working.");
        }
        return new RevisionName(OptionalInt.of(Integer.parseInt(text)));
    }

    String text() {
        return number.isPresent() ? Integer.toString(number.getAsInt()) : WORKING;
    }
}
