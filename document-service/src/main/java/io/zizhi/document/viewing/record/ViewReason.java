package io.zizhi.document.viewing.record;

import io.zizhi.platform.http.problem.Problems;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why somebody other than its owner views a document. A closed list, because free text cannot be counted and may name persons. */
public enum ViewReason {
    /** To decide the claimed submission. */
    REVIEW,
    /** To compare it with another document of the same owner, such as the one of an earlier revision. */
    COMPARISON,
    /** To confirm the decision that another reviewer has proposed. */
    SECOND_REVIEW,
    /** To answer a question or complaint of the applicant about a decision. */
    COMPLAINT,
    /** To check the quality of decisions. */
    QUALITY_CHECK,
    /** The original is in an export of the account by an operator. Recorded only: no request can give it. */
    EXPORT,
    /** The filing system took a copy for a carrier. Recorded only, like {@link #EXPORT}. */
    CARRIER_FILING;

    private static final List<ViewReason> GIVEN = List.of(REVIEW, COMPARISON, SECOND_REVIEW, COMPLAINT, QUALITY_CHECK);

    /** Parses the reason that staff must give; fails with 400 if it is missing or unknown. */
    public static ViewReason required(@Nullable String name) {
        if (name == null || name.isBlank()) {
            throw Problems.badRequest("REASON_REQUIRED", "?reason", "`reason` is required: one of " + GIVEN + ".");
        }
        return GIVEN.stream()
                .filter(reason -> reason.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        Problems.badRequest("REASON_UNKNOWN", "?reason", "`reason` must be one of " + GIVEN + "."));
    }
}
