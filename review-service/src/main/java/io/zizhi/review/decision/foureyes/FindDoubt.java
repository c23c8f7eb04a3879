package io.zizhi.review.decision.foureyes;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.ReviewOutcome;
import io.zizhi.review.review.Review;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Checks in the desk's own reviews whether a decision may need a second reviewer. */
@ApplicationScoped
class FindDoubt {

    private final FourEyesPolicy policy;
    private final EarlierDecisionRepository earlier;

    FindDoubt(FourEyesPolicy policy, EarlierDecisionRepository earlier) {
        this.policy = policy;
        this.earlier = earlier;
    }

    /**
     * Returns no doubt if the review does not exist; the decision itself is then refused.
     *
     * @param letterOutcome null if the letter gets the outcome of the qualification, or there is none
     */
    @WithSession
    public Uni<Doubt> find(long workOrder, ReviewOutcome outcome, @Nullable ReviewOutcome letterOutcome) {
        return earlier.findById(workOrder)
                .chain(review ->
                        review == null ? Uni.createFrom().item(Doubt.NONE) : doubt(review, outcome, letterOutcome));
    }

    private Uni<Doubt> doubt(Review review, ReviewOutcome outcome, @Nullable ReviewOutcome letterOutcome) {
        if (policy.covers(review.submission().ownerType())) {
            return Uni.createFrom().item(Doubt.CERTAIN);
        }
        return policy.coversOverturns()
                ? contradicted(review, outcome, letterOutcome == null ? outcome : letterOutcome)
                : Uni.createFrom().item(Doubt.NONE);
    }

    /** Checks the letter too: it has a decision of its own, and may have been decided alone before. */
    private Uni<Doubt> contradicted(Review review, ReviewOutcome outcome, ReviewOutcome letterOutcome) {
        return earlier.contradictedOfQualification(review, outcome)
                .chain(qualification -> earlier.contradictedOfLetter(review, letterOutcome)
                        .map(letter -> new Doubt(
                                false,
                                Stream.concat(qualification.stream(), letter.stream())
                                        .toList())));
    }
}
