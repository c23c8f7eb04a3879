package io.zizhi.review.trail;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.Page;
import io.zizhi.platform.http.PageRequest;
import io.zizhi.platform.operations.NativeQuery;
import io.zizhi.review.desk.ReviewRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Shows the audit entries of a review, oldest first. */
@ApplicationScoped
public class ReadTrail {

    private static final String ENTRIES = """
            select sequence, at, actor, role, action, reason, array_to_string(fields, ',') as fields
            from audit_entry
            """;

    private final ReviewRepository reviews;

    @Inject
    ReadTrail(ReviewRepository reviews) {
        this.reviews = reviews;
    }

    @WithSession
    public Uni<Page<TrailEntryView>> handle(long workOrder, PageRequest page) {
        long after = page.afterOr(0);
        int limit = page.limit();
        return reviews.require(workOrder)
                .chain(review -> new NativeQuery(ENTRIES)
                        .where("object_type = 'review'")
                        .where("object_id = :workOrder", "workOrder", Long.toString(workOrder))
                        .where("sequence > :after", "after", after)
                        .then("order by sequence limit " + (limit + 1))
                        .rows())
                .map(rows -> rows.stream().map(TrailEntryView::from).toList())
                .map(found -> Page.of(found, limit, last -> Long.toString(last.sequence())));
    }
}
