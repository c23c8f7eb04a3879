package io.zizhi.review.reviewer.conflict;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.identity.CurrentCaller;
import io.zizhi.platform.identity.Roles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Records the account of each staff member on every request. Each replica writes only accounts that it has not written
 * before. A request continues when the write fails, because conflicts of interest are checked again when a review is
 * taken and decided.
 */
@ApplicationScoped
class ReviewerAccountFilter {

    private static final Logger LOG = Logger.getLogger(ReviewerAccountFilter.class);

    /** Maximum number of entries, more than a desk has people. */
    private static final int KEPT = 10_000;

    private final RecordReviewerAccount recordAccount;
    private final CurrentCaller caller;
    private final Map<String, Optional<String>> recorded = new ConcurrentHashMap<>();

    ReviewerAccountFilter(RecordReviewerAccount recordAccount, CurrentCaller caller) {
        this.recordAccount = recordAccount;
        this.caller = caller;
    }

    @ServerRequestFilter
    public Uni<Void> record() {
        Caller current = caller.get();
        Optional<String> account = Optional.ofNullable(current.accountId());
        boolean isStaff = current.has(Roles.REVIEWER) || current.has(Roles.SUPERVISOR);
        if (!isStaff || account.equals(recorded.get(current.subject()))) {
            return Uni.createFrom().voidItem();
        }
        return recordAccount
                .record(current)
                .invoke(() -> remember(current.subject(), account))
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.warn("The account of a reviewer could not be recorded", failure);
                    return null;
                });
    }

    private void remember(String reviewer, Optional<String> account) {
        if (recorded.size() >= KEPT) {
            recorded.clear();
        }
        recorded.put(reviewer, account);
    }
}
