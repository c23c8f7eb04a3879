package io.zizhi.review.queue;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.Page;
import io.zizhi.platform.http.PageRequest;
import io.zizhi.platform.identity.Caller;
import io.zizhi.review.desk.ReviewView;
import io.zizhi.review.reviewer.Remits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Lists reviews, the one that is due first at the top. Reviews that are related to the caller stay in the list, so that a
 * supervisor sees what is late, but do not say how they were decided before others are told.
 */
@ApplicationScoped
public class ReadQueue {

    private final QueueRepository reviews;
    private final Remits remits;

    @Inject
    ReadQueue(QueueRepository reviews, Remits remits) {
        this.reviews = reviews;
        this.remits = remits;
    }

    @WithSession
    Uni<Page<ReviewView>> read(QueueFilter filter, PageRequest page, Caller caller) {
        QueueCursor cursor = QueueCursor.parse(page.cursor());
        return reviews.queue(filter, cursor, page.limit() + 1)
                .map(found -> Page.of(found, page.limit(), QueueCursor::after))
                .chain(found -> remits.related(found.items(), caller)
                        .map(related -> found.map(review -> related.contains(review.workOrder())
                                ? ReviewView.asTold(review)
                                : ReviewView.from(review))));
    }
}
