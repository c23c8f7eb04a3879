package io.zizhi.review.casefile.trail;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.platform.http.Page;
import io.zizhi.platform.http.PageRequest;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.privacy.audit.AuditEntry;
import io.zizhi.platform.privacy.audit.AuditLog;
import io.zizhi.review.review.Review;
import io.zizhi.review.review.ReviewRepository;
import io.zizhi.review.reviewer.Remits;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Shows the audit entries of a review, oldest first, and records the view. A view of the trail is an entry about the
 * trail and not about the review: otherwise each page would make the trail longer. Callers with a conflict of interest
 * are refused, because the field names of a decision reveal its outcome.
 */
@ApplicationScoped
public class ReadTrail {

    private static final String ENTRIES = """
            select sequence, at, actor, role, action, reason, array_to_string(fields, ',') as fields, recipient
            from audit_entry
            """;

    private final ReviewRepository reviews;
    private final Remits remits;
    private final AuditLog audit;

    ReadTrail(ReviewRepository reviews, Remits remits, AuditLog audit) {
        this.reviews = reviews;
        this.remits = remits;
        this.audit = audit;
    }

    @WithTransaction
    public Uni<Page<TrailEntryView>> handle(long workOrder, PageRequest page, Caller caller) {
        long after = page.afterOr(0);
        int limit = page.limit();
        return reviews.require(workOrder)
                .call(review -> remits.refuseConflicted(review, caller))
                .call(review -> audit.append(entry(caller, review)))
                .chain(review -> new NativeQuery(ENTRIES)
                        .where("object_type = 'review'")
                        .where("object_id = :workOrder", "workOrder", Long.toString(workOrder))
                        .where("sequence > :after", "after", after)
                        .then("order by sequence limit " + (limit + 1))
                        .rows())
                .map(rows -> rows.stream().map(TrailEntryView::from).toList())
                .map(found -> Page.of(found, limit, last -> Long.toString(last.sequence())));
    }

    private static AuditEntry entry(Caller auditor, Review review) {
        return new AuditEntry(
                auditor.subject(),
                Roles.AUDITOR,
                review.submission().accountId(),
                "audit-trail.viewed",
                "audit-trail",
                Long.toString(review.workOrder()),
                null,
                List.of());
    }
}
