package io.zizhi.review.arrangement;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.zizhi.review.arrangement.PreviewView.Move;
import io.zizhi.review.clock.ClockData;
import io.zizhi.review.clock.DueTimes;
import io.zizhi.review.clockdata.CurrentClock;
import io.zizhi.review.desk.Review;
import io.zizhi.review.desk.ReviewRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells which reviews would move if a year were loaded, and changes nothing. */
@ApplicationScoped
public class PreviewYear {

    private static final int BATCH = 500;
    private static final int SHOWN = 100;

    private final ReviewRepository reviews;
    private final CurrentClock clock;

    @Inject
    PreviewYear(ReviewRepository reviews, CurrentClock clock) {
        this.reviews = reviews;
        this.clock = clock;
    }

    @WithSession
    public Uni<PreviewView> preview(int year, CalendarRequest request) {
        return clock.with(CalendarRules.check(year, request))
                .chain(data -> further(data, new PreviewView(year, 0, 0, List.of()), 0));
    }

    /** Batch by batch, so that a floor with very many reviews is not held in memory. */
    private Uni<PreviewView> further(ClockData data, PreviewView soFar, long after) {
        return reviews.unfinishedAfter(after, BATCH).chain(batch -> {
            PreviewView sum = sum(data, soFar, batch);
            return batch.size() < BATCH
                    ? Uni.createFrom().item(sum)
                    : further(data, sum, batch.getLast().workOrder());
        });
    }

    private static PreviewView sum(ClockData data, PreviewView soFar, List<Review> batch) {
        List<Move> moves =
                batch.stream().flatMap(review -> move(data, review).stream()).toList();
        return new PreviewView(
                soFar.year(),
                soFar.unfinished() + batch.size(),
                soFar.moving() + moves.size(),
                Stream.concat(soFar.moves().stream(), moves.stream())
                        .limit(SHOWN)
                        .toList());
    }

    private static Optional<Move> move(ClockData data, Review review) {
        return review.reckoned(data).filter(review::wouldMove).map(due -> move(review, due));
    }

    private static Move move(Review review, DueTimes due) {
        return new Move(
                review.workOrder(),
                review.sla().policy(),
                review.sla().dueAt(),
                due.dueAt(),
                review.sla().provisional(),
                due.provisional());
    }
}
