package io.zizhi.review.queue;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.zizhi.review.desk.Review;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds reviews in the order of the queue. */
@ApplicationScoped
public class QueueRepository implements PanacheRepositoryBase<Review, Long> {

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
        return find(String.join(" and ", where) + " order by sla.dueAt, workOrder", parameters)
                .range(0, count - 1)
                .list();
    }
}
