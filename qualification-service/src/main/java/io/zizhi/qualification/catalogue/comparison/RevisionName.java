package io.zizhi.qualification.catalogue.comparison;

import io.zizhi.platform.http.problem.Problems;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** How a client names a revision of a qualification: by number, or {@code working} for the working copy. */
record RevisionName(OptionalInt number) {

    private static final String WORKING = "working";

    /** Fails with 400 if the text is neither. */
    static RevisionName of(String parameter, @Nullable String text) {
        if (WORKING.equals(text)) {
            return new RevisionName(OptionalInt.empty());
        }
        if (text == null || !text.matches("[1-9]\\d{0,8}")) {
            throw Problems.badRequest(
                    "REVISION_MALFORMED",
                    "?" + parameter,
                    "Expected the number of a revision, or `working` for the working copy.");
        }
        return new RevisionName(OptionalInt.of(Integer.parseInt(text)));
    }

    String text() {
        return number.isPresent() ? Integer.toString(number.getAsInt()) : WORKING;
    }
}
