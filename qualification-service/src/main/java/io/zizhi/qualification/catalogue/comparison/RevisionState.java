package io.zizhi.qualification.catalogue.comparison;

import io.zizhi.contracts.ReviewOutcome;
import io.zizhi.qualification.model.qualification.Qualification;
import io.zizhi.qualification.model.revision.Revision;

/** The result of a submitted revision. */
public enum RevisionState {
    IN_REVIEW,
    WITHDRAWN,
    APPROVED,
    REJECTED,
    SUPPLEMENT_REQUESTED;

    static RevisionState of(Qualification qualification, Revision revision) {
        return revision.outcome()
                .map(RevisionState::of)
                .orElseGet(() -> qualification.awaitsDecisionOn(revision.id()) ? IN_REVIEW : WITHDRAWN);
    }

    private static RevisionState of(ReviewOutcome outcome) {
        return switch (outcome) {
            case APPROVED -> APPROVED;
            case REJECTED -> REJECTED;
            case SUPPLEMENT_REQUESTED -> SUPPLEMENT_REQUESTED;
        };
    }
}
