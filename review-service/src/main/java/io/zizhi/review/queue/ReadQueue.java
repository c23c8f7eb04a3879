package io.zizhi.review.queue;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.Page;
import io.zizhi.platform.http.PageRequest;
import io.zizhi.review.desk.ReviewView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Lists reviews, the one that is due first at the top. */
@ApplicationScoped
public class ReadQueue {

    private final QueueRepository reviews;

    @Inject
    ReadQueue(QueueRepository reviews) {
        this.reviews = reviews;
    }

    @WithSession
    Uni<Page<ReviewView>> read(QueueFilter filter, PageRequest page) {
        QueueCursor cursor = QueueCursor.parse(page.cursor());
        return reviews.queue(filter, cursor, page.limit() + 1)
                .map(found -> Page.of(found, page.limit(), QueueCursor::after))
                .map(found -> found.map(ReviewView::from));
    }
}
