package io.zizhi.review.worklist.queue;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.Page;
import io.zizhi.platform.http.PageRequest;
import io.zizhi.platform.identity.Caller;
import io.zizhi.review.review.ReviewView;
import jakarta.enterprise.context.ApplicationScoped;

/** Lists reviews, the earliest due first. */
@ApplicationScoped
public class ReadQueue {

    private final QueueRepository reviews;
    private final ListedReviews listed;

    ReadQueue(QueueRepository reviews, ListedReviews listed) {
        this.reviews = reviews;
        this.listed = listed;
    }

    @WithSession
    Uni<Page<ReviewView>> read(QueueFilter filter, PageRequest page, Caller caller) {
        QueueCursor cursor = QueueCursor.parse(page.cursor());
        return reviews.queue(filter, cursor, page.limit() + 1)
                .map(found -> Page.of(found, page.limit(), QueueCursor::after))
                .chain(found -> listed.show(found, caller));
    }
}
