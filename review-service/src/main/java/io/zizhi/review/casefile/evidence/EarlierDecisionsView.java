package io.zizhi.review.casefile.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.zizhi.review.decision.DecisionView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How earlier submissions of the same qualification or letter were decided.
 *
 * @param items newest first; the newest 20
 */
public record EarlierDecisionsView(List<EarlierDecisionView> items) {

    /**
     * One earlier decision.
     *
     * @param revision number of the revision that was decided
     * @param documentIds documents of that revision, which a claim on this review opens too
     * @param supersededAt when the applicant withdrew after the decision; absent otherwise
     * @param decision the decision with all notes, inlined into this object
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record EarlierDecisionView(
            int revision,
            List<String> documentIds,
            @Nullable Instant supersededAt,
            @JsonUnwrapped DecisionView decision) {}
}
