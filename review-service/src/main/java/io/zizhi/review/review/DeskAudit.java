package io.zizhi.review.review;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.ReviewEvent;
import io.zizhi.contracts.ReviewReleased;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.privacy.audit.AuditEntry;
import io.zizhi.platform.privacy.audit.AuditLog;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes the audit entries of a review. */
@ApplicationScoped
public class DeskAudit {

    private static final String SERVICE = "review-service";
    private static final List<String> ROLES = List.of(Roles.REVIEWER, Roles.SUPERVISOR, Roles.AUDITOR);

    private final AuditLog auditLog;

    DeskAudit(AuditLog auditLog) {
        this.auditLog = auditLog;
    }

    /**
     * @param action verb phrase, for example {@code review.claimed}
     * @param fields names of the written fields, never their values
     */
    public Uni<Void> append(Caller reviewer, String action, Review review, List<String> fields) {
        return append(reviewer, action, review, null, fields);
    }

    /** @param reason the reason, where one is required */
    public Uni<Void> append(
            Caller reviewer, String action, Review review, @Nullable String reason, List<String> fields) {
        return append(reviewer, action, review, reason, fields, null);
    }

    /** @param recipient the person to whom the review was assigned; null for the queue */
    Uni<Void> append(
            Caller reviewer,
            String action,
            Review review,
            @Nullable String reason,
            List<String> fields,
            @Nullable String recipient) {
        return auditLog.append(new AuditEntry(
                reviewer.subject(),
                ROLES.stream().filter(reviewer::has).findFirst().orElseThrow(),
                review.submission().accountId(),
                action,
                "review",
                Long.toString(review.workOrder()),
                reason,
                fields,
                recipient));
    }

    /**
     * Records the leases that expired, among other events. Nobody acts when a lease expires, so the actor is this
     * service, and the reason names the former holder.
     *
     * @param reviews the reviews of the events, by work order
     */
    public Uni<Void> lapsed(Map<Long, Review> reviews, List<? extends ReviewEvent> events) {
        return Multi.createFrom()
                .iterable(events)
                .select()
                .where(event -> event instanceof ReviewReleased released && released.leaseExpired())
                .map(ReviewReleased.class::cast)
                .onItem()
                .transformToUniAndConcatenate(released ->
                        auditLog.append(lapsed(Objects.requireNonNull(reviews.get(released.workOrder())), released)))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static AuditEntry lapsed(Review review, ReviewReleased released) {
        return new AuditEntry(
                SERVICE,
                Roles.SERVICE,
                review.submission().accountId(),
                "review.lapsed",
                "review",
                Long.toString(review.workOrder()),
                "lease of " + released.reviewerId(),
                List.of());
    }
}
