package io.zizhi.review.review;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.Bookkeeping;
import io.zizhi.platform.database.EntityColumns;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.timers.OwnerRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds and locks reviews. To change a review, lock it here first and change its timers afterwards. */
@ApplicationScoped
public class ReviewRepository implements PanacheRepositoryBase<Review, Long> {

    private static final String REVIEWS = "select " + EntityColumns.of(Review.class) + " from review where ";

    private static final OwnerRows<Review> OWNERS =
            new OwnerRows<>(Review.class, "review", "work_order", Review::workOrder);

    private static final String LOCK_COMPUTED_BEFORE = REVIEWS + """
            decided_at is null and cancelled_at is null and clock_revision < :revision and work_order > :after
            order by work_order limit :count for no key update
            """;

    private static final String RECORD_REACHED = """
            update review set %s
            from (
                select one.work_order, array_agg(one.stage) as stages
                from unnest(cast(:workOrders as bigint[]), cast(:stages as text[])) as one(work_order, stage)
                group by one.work_order) reached
            where review.work_order = reached.work_order
            """.formatted(Stream.of(SlaStage.values())
            .map(stage -> "%2$s = case when '%1$s' = any(stages) then cast(:now as timestamptz) else %2$s end"
                    .formatted(stage, stage.column()))
            .collect(Collectors.joining(", ")));

    /** Stores a new review. {@link Bookkeeping} writes its documents and the accounts of its persons before the commit. */
    public Uni<Review> add(Review review) {
        return persist(review)
                .call(() -> Bookkeeping.rows(OwedLinks.class, OwedLinks::new).invoke(owed -> owed.add(review)));
    }

    /** Returns the review for reading, or 404. */
    public Uni<Review> require(long workOrder) {
        return findById(workOrder).onItem().ifNull().failWith(ReviewRepository::notFound);
    }

    /** Locks the review's row until the end of the transaction; waits for other holders of the lock. */
    public Uni<Review> lock(long workOrder) {
        return findById(workOrder, LockModeType.PESSIMISTIC_WRITE)
                .onItem()
                .ifNull()
                .failWith(ReviewRepository::notFound);
    }

    /** Returns whether this person holds the review, without locking it. */
    public Uni<Boolean> isClaimedBy(long workOrder, String reviewerId) {
        return count(
                        "workOrder = ?1 and lease.reviewerId = ?2 and status in (CLAIMED, PROPOSED)",
                        workOrder,
                        reviewerId)
                .map(found -> found > 0);
    }

    /** Locks and reads the reviews that no other transaction has locked. */
    public Uni<List<Long>> lockFree(List<Long> workOrders) {
        return OWNERS.lockFree(workOrders);
    }

    /** Returns reviews that {@link #lockFree} has locked in this session, without a query. */
    public Uni<Map<Long, Review>> locked(List<Long> workOrders) {
        return OWNERS.locked(workOrders);
    }

    /**
     * Writes the flags of these stages in one statement, because a sweep flags hundreds of reviews. Detaches the
     * reviews from the session, which would otherwise write each one in full. Other changes to them are lost.
     */
    Uni<Void> recordReached(List<ReachedStage> reached, Instant now) {
        if (reached.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Panache.getSession()
                .invoke(session -> reached.forEach(one -> session.detach(one.review())))
                .chain(session -> session.createNativeQuery(RECORD_REACHED)
                        .setParameter(
                                "workOrders",
                                reached.stream()
                                        .map(one -> one.review().workOrder())
                                        .toArray(Long[]::new))
                        .setParameter(
                                "stages",
                                reached.stream().map(one -> one.stage().name()).toArray(String[]::new))
                        .setParameter("now", now.atOffset(ZoneOffset.UTC))
                        .executeUpdate())
                .replaceWithVoid();
    }

    /**
     * Locks unfinished reviews computed from an earlier revision of the clock's data, by work order. Waits for other
     * holders of the locks.
     */
    public Uni<List<Review>> lockComputedBefore(long revision, long afterWorkOrder, int count) {
        return new NativeQuery(LOCK_COMPUTED_BEFORE)
                .with("revision", revision)
                .with("after", afterWorkOrder)
                .with("count", count)
                .list(Review.class);
    }

    /**
     * Returns unfinished reviews by work order, for reading. Clears the session first, so that memory stays bounded.
     */
    public Uni<List<Review>> unfinishedAfter(long workOrder, int count) {
        return Panache.getSession()
                .invoke(session -> session.clear())
                .chain(session -> session.createQuery(
                                "from Review where decidedAt is null and cancelledAt is null and workOrder > :after order by workOrder",
                                Review.class)
                        .setParameter("after", workOrder)
                        .setMaxResults(count)
                        .getResultList());
    }

    private static RuntimeException notFound() {
        return Problems.notFound("REVIEW_NOT_FOUND", "There is no review of this work order.");
    }
}
