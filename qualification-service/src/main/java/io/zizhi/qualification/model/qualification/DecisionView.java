package io.zizhi.qualification.model.qualification;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zizhi.contracts.ReviewOutcome;
import io.zizhi.qualification.model.revision.Decision;
import io.zizhi.qualification.model.revision.ItemView;
import io.zizhi.qualification.model.revision.ReasonView;
import io.zizhi.qualification.model.revision.Revision;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The decision on a submitted revision.
 *
 * @param workOrder work order of the revision
 * @param outcome the decision
 * @param decidedAt when the decision was made
 * @param reasons reasons of a rejection; otherwise empty
 * @param items requested items; otherwise empty
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DecisionView(
        long workOrder,
        ReviewOutcome outcome,
        @Nullable Instant decidedAt,
        List<ReasonView> reasons,
        List<ItemView> items) {

    static Optional<DecisionView> from(Dossier dossier) {
        return dossier.current().flatMap(current -> from(current, dossier.decision()));
    }

    /** Returns nothing if the revision is not decided. */
    public static Optional<DecisionView> from(Revision revision, Optional<Decision> decision) {
        return revision.outcome().map(outcome -> from(revision, outcome, decision.orElse(Decision.WITHOUT_WORDS)));
    }

    private static DecisionView from(Revision current, ReviewOutcome outcome, Decision decision) {
        return new DecisionView(
                current.workOrder().orElseThrow(),
                outcome,
                current.decidedAt(),
                ReasonView.of(decision),
                ItemView.of(decision));
    }
}
