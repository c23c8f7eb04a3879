package io.zizhi.review.review;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.privacy.audit.AuditEntry;
import io.zizhi.platform.privacy.audit.AuditLog;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the audit entries of a review. */
@ApplicationScoped
public class DeskAudit {

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

    /** @param recipient the reviewer to whom the review was given; null for the queue */
    Uni<Void> append(
            Caller reviewer,
            String action,
            Review review,
            @Nullable String reason,
            List<String> fields,
            @Nullable String recipient) {
        return auditLog.append(new AuditEntry(
                reviewer.subject(),
                reviewer.has(Roles.REVIEWER) ? Roles.REVIEWER : Roles.SUPERVISOR,
                review.submission().accountId(),
                action,
                "review",
                Long.toString(review.workOrder()),
                reason,
                fields,
                recipient));
    }
}
