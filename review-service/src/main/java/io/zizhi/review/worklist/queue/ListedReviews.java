package io.zizhi.review.worklist.queue;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.Page;
import io.zizhi.platform.identity.Caller;
import io.zizhi.review.review.Review;
import io.zizhi.review.review.ReviewStatus;
import io.zizhi.review.review.ReviewView;
import io.zizhi.review.reviewer.Remits;
import io.zizhi.review.reviewer.ReviewAccess;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Shows reviews in lists. Reviews with which the caller has a conflict of interest stay in a list, so that a supervisor
 * sees late ones. Their outcome is hidden until the decision is published. Outcome and decider are listed only for
 * callers who may read the review ({@link ReviewAccess}). Needs a session.
 */
@ApplicationScoped
public class ListedReviews {

    private final Remits remits;
    private final ReviewAccess access;

    ListedReviews(Remits remits, ReviewAccess access) {
        this.remits = remits;
        this.access = access;
    }

    /** Returns the page as this caller may see it, with at most four queries. */
    public Uni<Page<ReviewView>> show(Page<Review> found, Caller caller) {
        return remits.conflicted(found.items(), caller)
                .chain(conflicted -> withheld(found.items(), caller)
                        .map(withheld -> found.map(review -> view(review, conflicted, withheld))));
    }

    private static ReviewView view(Review review, Set<Long> conflicted, Set<Long> withheld) {
        if (withheld.contains(review.workOrder())) {
            return ReviewView.withoutDecision(review);
        }
        return conflicted.contains(review.workOrder()) ? ReviewView.asPublished(review) : ReviewView.from(review);
    }

    /** Returns the work orders of the decided reviews that the caller may not read. */
    private Uni<Set<Long>> withheld(List<Review> found, Caller caller) {
        List<Review> decided = found.stream()
                .filter(review -> review.status() == ReviewStatus.DECIDED)
                .toList();
        if (decided.isEmpty()) {
            return Uni.createFrom().item(Set.of());
        }
        return access.readable(decided, caller)
                .map(readable -> decided.stream()
                        .map(Review::workOrder)
                        .filter(workOrder -> !readable.contains(workOrder))
                        .collect(Collectors.toSet()));
    }
}
