package io.zizhi.review.reviewer.conflict;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.identity.CurrentCaller;
import io.zizhi.platform.identity.Roles;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Records account, role and name of each staff member on every request. Each replica writes a person again only after a
 * minute, or when account or roles changed. A request continues when the write fails, because conflicts of interest are
 * checked again when a review is taken and decided.
 */
@ApplicationScoped
class ReviewerAccountFilter {

    private static final Logger LOG = Logger.getLogger(ReviewerAccountFilter.class);

    /** Maximum number of entries, more than a desk has people. */
    private static final int KEPT = 10_000;

    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final RecordReviewerAccount recordAccount;
    private final CurrentCaller caller;
    private final SecurityIdentity identity;
    private final Clock clock;
    private final Map<String, Recorded> recorded = new ConcurrentHashMap<>();

    ReviewerAccountFilter(
            RecordReviewerAccount recordAccount, CurrentCaller caller, SecurityIdentity identity, Clock clock) {
        this.recordAccount = recordAccount;
        this.caller = caller;
        this.identity = identity;
        this.clock = clock;
    }

    @ServerRequestFilter
    public Uni<Void> record() {
        Caller current = caller.get();
        boolean isStaff = current.has(Roles.REVIEWER) || current.has(Roles.SUPERVISOR);
        Recorded last = recorded.get(current.subject());
        Instant now = clock.instant();
        if (!isStaff || (last != null && last.isFreshFor(current, now))) {
            return Uni.createFrom().voidItem();
        }
        return recordAccount
                .record(current, displayName())
                .invoke(() -> remember(new Recorded(current, now)))
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.warn("The account of a reviewer could not be recorded", failure);
                    return null;
                });
    }

    private @Nullable String displayName() {
        return identity.getPrincipal() instanceof JsonWebToken token
                        && token.getClaim("preferred_username") instanceof String name
                ? name
                : null;
    }

    private void remember(Recorded one) {
        if (recorded.size() >= KEPT) {
            recorded.clear();
        }
        recorded.put(one.staff().subject(), one);
    }

    private record Recorded(Caller staff, Instant at) {

        boolean isFreshFor(Caller current, Instant now) {
            return staff.equals(current) && now.isBefore(at.plus(PAUSE));
        }
    }
}
