package io.zizhi.review.decision.foureyes;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.ReviewOutcome;
import io.zizhi.review.review.Review;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says what the desk's own reviews tell of whether a decision takes a second pair of eyes. */
@ApplicationScoped
class FindDoubt {

    private final SecondEyesPolicy policy;
    private final EarlierDecisionRepository earlier;

    FindDoubt(SecondEyesPolicy policy, EarlierDecisionRepository earlier) {
        this.policy = policy;
        this.earlier = earlier;
    }

    /**
     * About a review that is not there, none: who takes the decision says so.
     *
     * @param letterOutcome null where the letter is decided like the qualification, or there is none
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

    /** A letter that a qualification carries is decided for itself, and may have been decided alone before. */
    private Uni<Doubt> contradicted(Review review, ReviewOutcome outcome, ReviewOutcome letterOutcome) {
        return earlier.contradictedOfQualification(review, outcome)
                .chain(qualification -> earlier.contradictedOfLetter(review, letterOutcome)
                        .map(letter -> new Doubt(
                                false,
                                Stream.concat(qualification.stream(), letter.stream())
                                        .toList())));
    }
}
