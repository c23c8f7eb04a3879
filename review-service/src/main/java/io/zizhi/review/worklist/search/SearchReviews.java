package io.zizhi.review.worklist.search;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.Page;
import io.zizhi.platform.http.PageRequest;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.privacy.audit.AuditEntry;
import io.zizhi.platform.privacy.audit.AuditLog;
import io.zizhi.review.review.ReviewView;
import io.zizhi.review.worklist.queue.ListedReviews;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Searches reviews, the newest submission first. Records who searched by which criteria; of their values only the id of
 * an account that the audit log knows.
 */
@ApplicationScoped
public class SearchReviews {

    private final SearchRepository reviews;
    private final ListedReviews listed;
    private final AuditLog audit;

    SearchReviews(SearchRepository reviews, ListedReviews listed, AuditLog audit) {
        this.reviews = reviews;
        this.listed = listed;
        this.audit = audit;
    }

    @WithTransaction
    public Uni<Page<ReviewView>> search(SearchRequest wanted, PageRequest page, Caller caller) {
        wanted.requireNarrow();
        long before = page.afterOr(Long.MAX_VALUE);
        int limit = page.limit();
        return audit.appendNamed(entry(wanted, caller))
                .chain(() -> reviews.search(wanted, before, limit + 1))
                .map(found -> Page.of(found, limit, review -> Long.toString(review.workOrder())))
                .chain(found -> listed.show(found, caller));
    }

    private static AuditEntry entry(SearchRequest wanted, Caller caller) {
        return new AuditEntry(
                caller.subject(),
                caller.has(Roles.SUPERVISOR) ? Roles.SUPERVISOR : Roles.AUDITOR,
                wanted.accountId(),
                "reviews.searched",
                "reviews",
                caller.subject(),
                null,
                wanted.names());
    }
}
