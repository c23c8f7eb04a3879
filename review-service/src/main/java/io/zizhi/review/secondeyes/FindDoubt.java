package io.zizhi.review.secondeyes;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.ReviewOutcome;
import io.zizhi.review.desk.Review;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Says what the desk's own reviews tell of whether a decision takes a second pair of eyes. */
@ApplicationScoped
class FindDoubt {

    private final SecondEyesPolicy policy;
    private final EarlierDecisionRepository earlier;

    @Inject
    FindDoubt(SecondEyesPolicy policy, EarlierDecisionRepository earlier) {
        this.policy = policy;
        this.earlier = earlier;
    }

    /** About a review that is not there, none: who takes the decision says so. */
    @WithSession
    public Uni<Doubt> find(long workOrder, ReviewOutcome outcome) {
        return earlier.findById(workOrder)
                .chain(review -> review == null ? Uni.createFrom().item(Doubt.NONE) : doubt(review, outcome));
    }

    private Uni<Doubt> doubt(Review review, ReviewOutcome outcome) {
        if (policy.covers(review.submission().ownerType())) {
            return Uni.createFrom().item(Doubt.CERTAIN);
        }
        return policy.coversOverturns()
                ? earlier.contradicted(review, outcome).map(found -> new Doubt(false, found))
                : Uni.createFrom().item(Doubt.NONE);
    }
}
