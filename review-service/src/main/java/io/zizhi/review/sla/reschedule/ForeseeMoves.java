package io.zizhi.review.sla.reschedule;

import io.smallrye.mutiny.Uni;
import io.zizhi.review.clock.ClockData;
import io.zizhi.review.review.Review;
import io.zizhi.review.review.ReviewRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Finds the reviews that would move if the clock used other data. Changes nothing. Needs a session. */
@ApplicationScoped
public class ForeseeMoves {

    private static final int BATCH = 500;

    private final ReviewRepository reviews;

    ForeseeMoves(ReviewRepository reviews) {
        this.reviews = reviews;
    }

    public Uni<Moves> under(ClockData data) {
        return further(data, Moves.NONE, 0);
    }

    /** Reads in batches, so that very many reviews are never held in memory. */
    private Uni<Moves> further(ClockData data, Moves soFar, long after) {
        return reviews.unfinishedAfter(after, BATCH).chain(batch -> {
            Moves sum = soFar.and(batch.size(), moving(data, batch));
            return batch.size() < BATCH
                    ? Uni.createFrom().item(sum)
                    : further(data, sum, batch.getLast().workOrder());
        });
    }

    private static List<Move> moving(ClockData data, List<Review> batch) {
        return batch.stream()
                .flatMap(review ->
                        review.computed(data).filter(review::wouldMove).map(due -> Move.of(review, due)).stream())
                .toList();
    }
}
