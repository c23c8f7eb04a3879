package io.zizhi.review.worklist.claim;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.runtime.time.DatabaseTime;
import io.zizhi.review.review.DeskAudit;
import io.zizhi.review.review.DocumentViewRepository;
import io.zizhi.review.review.Review;
import io.zizhi.review.reviewer.Remits;
import io.zizhi.review.viewing.ViewedKind;
import io.zizhi.review.viewing.ViewedObject;
import io.zizhi.review.viewing.ViewingAllowance;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks whether a person holds a live claim, on a review whose revision, or an earlier one, holds a document, or on the
 * review of a work order. A claim does not count if the person has a conflict of interest. The check renews no lease. On any failure the
 * answer is that there is no claim.
 */
@ApplicationScoped
public class FindClaim {

    private final ClaimRepository claims;
    private final Remits remits;
    private final DatabaseTime time;
    private final DocumentViewRepository views;
    private final ViewingAllowance viewing;
    private final DeskAudit audit;

    FindClaim(
            ClaimRepository claims,
            Remits remits,
            DatabaseTime time,
            DocumentViewRepository views,
            ViewingAllowance viewing,
            DeskAudit audit) {
        this.claims = claims;
        this.remits = remits;
        this.time = time;
        this.views = views;
        this.viewing = viewing;
        this.audit = audit;
    }

    /**
     * Counts the view if there is a claim: document-service asks at each view, so also for each page. Fails with 429 if
     * the person has viewed too much.
     *
     * @param opens whether to record that the person opens the document
     */
    @WithTransaction
    public Uni<ClaimView> find(@Nullable String reviewerId, @Nullable String documentId, boolean opens) {
        String reviewer = required("reviewerId", reviewerId);
        String document = required("documentId", documentId);
        return time.now()
                .chain(now -> claims.liveClaims(reviewer, document, now)
                        .chain(found -> unconflicted(found, reviewer))
                        .call(found -> opens
                                ? open(found, reviewer, document)
                                : Uni.createFrom().voidItem())
                        .call(found -> count(found, reviewer, document, now)))
                .map(FindClaim::first);
    }

    private Uni<Void> open(List<Review> claimed, String reviewer, String document) {
        return views.record(claimed, reviewer, document).chain(first -> audit(claimed, first, reviewer, document));
    }

    /** Counts the view once, also if several of the person's reviews contain the document. */
    private Uni<Void> count(List<Review> claimed, String reviewer, String document, Instant now) {
        if (claimed.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        String account = claimed.getFirst().submission().accountId();
        return viewing.take(new ViewedObject(holder(reviewer), ViewedKind.DOCUMENT, document, account), now);
    }

    @WithSession
    public Uni<ClaimView> find(@Nullable String reviewerId, long workOrder) {
        String reviewer = required("reviewerId", reviewerId);
        return time.now()
                .chain(now -> claims.liveClaim(reviewer, workOrder, now))
                .chain(found -> unconflicted(found, reviewer))
                .map(FindClaim::first);
    }

    /** Adds the first view of a document by a person to the audit trail of its review. */
    private Uni<Void> audit(List<Review> claimed, List<Long> first, String reviewer, String document) {
        Caller holder = holder(reviewer);
        return Multi.createFrom()
                .iterable(claimed)
                .select()
                .where(review -> first.contains(review.workOrder()))
                .onItem()
                .transformToUniAndConcatenate(
                        review -> audit.append(holder, "document.opened", review, List.of("/documents/" + document)))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private static Caller holder(String reviewer) {
        return new Caller(reviewer, null, Set.of(Roles.REVIEWER));
    }

    private static ClaimView first(List<Review> claimed) {
        return claimed.stream().findFirst().map(FindClaim::view).orElseThrow(FindClaim::notFound);
    }

    /** Checks one review after the other, because they share a session. */
    private Uni<List<Review>> unconflicted(List<Review> reviews, String reviewer) {
        return Multi.createFrom()
                .iterable(reviews)
                .select()
                .when(review -> remits.isConflicted(review, reviewer).map(conflicted -> !conflicted))
                .collect()
                .asList();
    }

    private static RuntimeException notFound() {
        return Problems.notFound("CLAIM_NOT_FOUND", "The person has no such live claim.");
    }

    private static ClaimView view(Review review) {
        return new ClaimView(
                review.workOrder(), Objects.requireNonNull(review.lease().endsAt()));
    }

    private static String required(String parameter, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw Problems.badRequest("FIELD_REQUIRED", "?" + parameter, "The parameter is required.");
        }
        return value;
    }
}
