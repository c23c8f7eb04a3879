package io.zizhi.review.reviewer.relation;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Records the account of a reviewer, in a transaction of its own, so that it is recorded even when the request is
 * refused.
 */
@ApplicationScoped
public class NoteReviewerAccount {

    private final ReviewerAccountRepository accounts;

    NoteReviewerAccount(ReviewerAccountRepository accounts) {
        this.accounts = accounts;
    }

    @WithTransaction
    public Uni<Void> note(Caller reviewer) {
        return accounts.keep(reviewer.subject(), reviewer.accountId());
    }
}
