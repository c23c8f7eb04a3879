package io.zizhi.review.reviewer.conflict;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Records the account of a reviewer, in a transaction of its own, so that it is recorded even when the request is
 * refused.
 */
@ApplicationScoped
public class RecordReviewerAccount {

    private final ReviewerAccountRepository accounts;

    RecordReviewerAccount(ReviewerAccountRepository accounts) {
        this.accounts = accounts;
    }

    @WithTransaction
    public Uni<Void> record(Caller reviewer) {
        return accounts.store(reviewer.subject(), reviewer.accountId());
    }
}
