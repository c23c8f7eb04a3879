package io.zizhi.review.casefile;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.review.review.ReviewView;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Shows a review with the submission it is about.
 *
 * <p>While qualification-service is down, the review is shown without the snapshot instead of being refused. The
 * reviewer must still see who holds the review and how long the lease lasts, and be able to release it. The answer
 * carries {@code snapshotUnavailable}, so nobody decides on a form they have not seen.
 */
@ApplicationScoped
public class ReadReview {

    private static final Logger LOG = Logger.getLogger(ReadReview.class);

    private final ViewReview viewReview;
    private final Submissions submissions;

    ReadReview(ViewReview viewReview, Submissions submissions) {
        this.viewReview = viewReview;
        this.submissions = submissions;
    }

    public Uni<ReviewDetailView> read(long workOrder, Caller caller) {
        return viewReview
                .view(workOrder, caller, "review.viewed", List.of("submission"))
                .chain(this::withSnapshot);
    }

    private Uni<ReviewDetailView> withSnapshot(ReviewView review) {
        return submissions
                .snapshot(review.subject(), review.workOrder())
                .map(snapshot -> new ReviewDetailView(review, snapshot, false))
                .onFailure()
                .recoverWithItem(failure -> withoutSnapshot(review, failure));
    }

    private static ReviewDetailView withoutSnapshot(ReviewView review, Throwable failure) {
        LOG.warnf("Review %d is shown without its snapshot: %s", review.workOrder(), failure);
        return new ReviewDetailView(review, null, true);
    }
}
