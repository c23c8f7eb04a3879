package io.zizhi.review.desk;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheQuery;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds and locks reviews. Whoever changes one locks it here first and touches its timers after. */
@ApplicationScoped
public class ReviewRepository implements PanacheRepositoryBase<Review, Long> {

    private static final String LOCK_FREE = """
            select * from review where work_order = any(:workOrders)
            order by work_order for no key update skip locked
            """;

    private static final String LIVE_CLAIM = """
            select r from Review r join r.documentIds d
            where d = :documentId and r.lease.reviewerId = :reviewerId
              and r.status = CLAIMED and r.lease.endsAt > :now
            order by r.workOrder desc
            """;

    /** The review, for reading. */
    public Uni<Review> require(long workOrder) {
        return findById(workOrder).onItem().ifNull().failWith(ReviewRepository::notFound);
    }

    /** The review with its row locked until the end of the transaction; waits for whoever has it. */
    public Uni<Review> lock(long workOrder) {
        return findById(workOrder, LockModeType.PESSIMISTIC_WRITE)
                .onItem()
                .ifNull()
                .failWith(ReviewRepository::notFound);
    }

    /** Whether this person holds the review, as far as one can tell without locking it. */
    Uni<Boolean> isClaimedBy(long workOrder, String reviewerId) {
        return count("workOrder = ?1 and lease.reviewerId = ?2 and status = CLAIMED", workOrder, reviewerId)
                .map(found -> found > 0);
    }

    /** Locks and reads those of the reviews that nobody else has locked. */
    Uni<List<Long>> lockFree(List<Long> workOrders) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(LOCK_FREE, Review.class)
                        .setParameter("workOrders", workOrders.toArray(Long[]::new))
                        .getResultList())
                .map(locked -> locked.stream().map(Review::workOrder).toList());
    }

    /** Those that {@link #lockFree} has locked in this session; it has them and asks for none again. */
    Uni<Map<Long, Review>> locked(List<Long> workOrders) {
        return Panache.getSession()
                .map(session -> workOrders.stream()
                        .distinct()
                        .collect(Collectors.toMap(
                                Function.identity(), workOrder -> session.getReference(Review.class, workOrder))));
    }

    /** Up to {@code count} reviews after {@code cursor}, by due time. */
    Uni<List<Review>> queue(QueueFilter filter, @Nullable QueueCursor cursor, int count) {
        List<String> where = new ArrayList<>();
        Map<String, Object> parameters = new HashMap<>();
        if (filter.status() == null) {
            where.add("status in (OPEN, CLAIMED)"); // as literals, so that the partial index serves
        } else {
            where.add("status = :status");
            parameters.put("status", filter.status());
        }
        if (filter.reviewerId() != null) {
            where.add("lease.reviewerId = :reviewerId");
            parameters.put("reviewerId", filter.reviewerId());
        }
        if (cursor != null) {
            where.add("sla.dueAt >= :dueAt and (sla.dueAt > :dueAt or workOrder > :workOrder)");
            parameters.put("dueAt", cursor.dueAt());
            parameters.put("workOrder", cursor.workOrder());
        }
        return page(find(String.join(" and ", where) + " order by sla.dueAt, workOrder", parameters), count);
    }

    /** The live claim of this reviewer on a review whose revision holds this document, or null. */
    Uni<@Nullable Review> liveClaim(String reviewerId, String documentId, Instant now) {
        Map<String, Object> parameters = Map.of("reviewerId", reviewerId, "documentId", documentId, "now", now);
        return page(find(LIVE_CLAIM, parameters), 1).map(found -> found.isEmpty() ? null : found.getFirst());
    }

    private static Uni<List<Review>> page(PanacheQuery<Review> query, int count) {
        return query.range(0, count - 1).list();
    }

    private static RuntimeException notFound() {
        return Problems.notFound("REVIEW_NOT_FOUND", "There is no review of this work order.");
    }
}
