package io.zizhi.review.viewing;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.privacy.audit.AuditEntry;
import io.zizhi.platform.privacy.audit.AuditLog;
import io.zizhi.platform.runtime.time.DatabaseTime;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Starts the count of a person's views again from 0, by another supervisor's decision. */
@ApplicationScoped
public class LiftViewingLimit {

    private final StaffViewRepository views;
    private final ViewingLimits limits;
    private final DatabaseTime time;
    private final AuditLog audit;

    LiftViewingLimit(StaffViewRepository views, ViewingLimits limits, DatabaseTime time, AuditLog audit) {
        this.views = views;
        this.limits = limits;
        this.time = time;
        this.audit = audit;
    }

    @WithTransaction
    public Uni<ViewingView> lift(Caller supervisor, String reviewerId, LiftRequest request) {
        if (supervisor.subject().equals(reviewerId)) {
            throw Problems.forbidden("SECOND_PERSON_REQUIRED", "Another supervisor must lift your limit.");
        }
        return time.now()
                .chain(now -> find(reviewerId, now)
                        .chain(() -> views.lift(reviewerId, now))
                        .chain(() -> audit.append(entry(supervisor, reviewerId, request)))
                        .chain(() -> find(reviewerId, now)));
    }

    private Uni<ViewingView> find(String reviewerId, Instant now) {
        return views.people("", reviewerId, 1, now)
                .map(found -> Optional.ofNullable(found.isEmpty() ? null : found.getFirst())
                        .map(row -> ViewingView.from(row, limits))
                        .orElseThrow(() -> Problems.notFound(
                                "VIEWS_NOT_FOUND", "This person has viewed no personal data within a day.")));
    }

    private static AuditEntry entry(Caller supervisor, String reviewerId, LiftRequest request) {
        return new AuditEntry(
                supervisor.subject(),
                Roles.SUPERVISOR,
                null,
                "reviewer.viewing-limit-lifted",
                "reviewer",
                reviewerId,
                request.reason(),
                List.of());
    }
}
