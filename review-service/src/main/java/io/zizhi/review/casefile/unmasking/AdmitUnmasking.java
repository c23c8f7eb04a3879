package io.zizhi.review.casefile.unmasking;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.runtime.time.DatabaseTime;
import io.zizhi.review.review.DeskAudit;
import io.zizhi.review.review.LeaseConfig;
import io.zizhi.review.review.Review;
import io.zizhi.review.review.ReviewRepository;
import io.zizhi.review.reviewer.Remits;
import io.zizhi.review.viewing.ViewedKind;
import io.zizhi.review.viewing.ViewedObject;
import io.zizhi.review.viewing.ViewingAllowance;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/**
 * Records that a reviewer is about to see fields in plain text. The row of the review stays locked until the commit, so
 * the claim is live at the commit. No value is requested before the record is committed.
 */
@ApplicationScoped
public class AdmitUnmasking {

    static final String ACTION = "review.unmasked";

    private final ReviewRepository reviews;
    private final Remits remits;
    private final DatabaseTime time;
    private final UnmaskingAllowance allowance;
    private final ViewingAllowance viewing;
    private final DeskAudit audit;
    private final Duration term;

    AdmitUnmasking(
            ReviewRepository reviews,
            Remits remits,
            DatabaseTime time,
            UnmaskingAllowance allowance,
            ViewingAllowance viewing,
            DeskAudit audit,
            LeaseConfig config) {
        this.reviews = reviews;
        this.remits = remits;
        this.time = time;
        this.allowance = allowance;
        this.viewing = viewing;
        this.audit = audit;
        this.term = config.lease();
    }

    @WithTransaction
    Uni<Void> admit(long workOrder, UnmaskingRequest wanted, Caller reviewer) {
        return reviews.lock(workOrder)
                .call(review -> remits.refuseConflicted(review, reviewer))
                .call(review -> time.now().chain(now -> take(review, wanted, reviewer, now)))
                .chain(review -> audit.append(reviewer, ACTION, review, wanted.reason(), wanted.pointers()));
    }

    private Uni<Void> take(Review review, UnmaskingRequest wanted, Caller reviewer, Instant now) {
        review.renew(reviewer.subject(), now, term);
        ViewedObject view = new ViewedObject(
                reviewer,
                ViewedKind.SUBMISSION,
                Long.toString(review.workOrder()),
                review.submission().accountId());
        return allowance.take(reviewer.subject(), wanted.pointers().size(), now).chain(() -> viewing.take(view, now));
    }
}
