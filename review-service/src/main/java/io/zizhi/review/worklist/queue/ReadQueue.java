package io.zizhi.review.worklist.queue;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.Page;
import io.zizhi.platform.http.PageRequest;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.identity.Roles;
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
 * Lists reviews, the earliest due first. Reviews with which the caller has a conflict of interest stay in the list, so
 * that a supervisor sees late ones. Their outcome is hidden until the decision is published. Outcome and decider are
 * listed only for callers who may read the review ({@link ReviewAccess}), and for auditors.
 */
@ApplicationScoped
public class ReadQueue {

    private final QueueRepository reviews;
    private final Remits remits;
    private final ReviewAccess access;

    ReadQueue(QueueRepository reviews, Remits remits, ReviewAccess access) {
        this.reviews = reviews;
        this.remits = remits;
        this.access = access;
    }

    @WithSession
    Uni<Page<ReviewView>> read(QueueFilter filter, PageRequest page, Caller caller) {
        QueueCursor cursor = QueueCursor.parse(page.cursor());
        return reviews.queue(filter, cursor, page.limit() + 1)
                .map(found -> Page.of(found, page.limit(), QueueCursor::after))
                .chain(found -> remits.conflicted(found.items(), caller)
                        .chain(conflicted -> withheld(found.items(), caller)
                                .map(withheld -> found.map(review -> view(review, conflicted, withheld)))));
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
        if (decided.isEmpty() || caller.has(Roles.AUDITOR)) {
            return Uni.createFrom().item(Set.of());
        }
        return access.readable(decided, caller)
                .map(readable -> decided.stream()
                        .map(Review::workOrder)
                        .filter(workOrder -> !readable.contains(workOrder))
                        .collect(Collectors.toSet()));
    }
}
