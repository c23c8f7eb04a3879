package io.zizhi.review.reviewer.conflict;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/**
 * Records account, role and name of a staff member, in a transaction of its own, so that they are recorded even when
 * the request is refused.
 */
@ApplicationScoped
public class RecordReviewerAccount {

    private final ReviewerAccountRepository accounts;

    RecordReviewerAccount(ReviewerAccountRepository accounts) {
        this.accounts = accounts;
    }

    @WithTransaction
    public Uni<Void> record(Caller staff, @Nullable String displayName) {
        return accounts.store(staff, displayName);
    }
}
