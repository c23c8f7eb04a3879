package io.zizhi.qualification.authentication;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;

/** Refuses an account that starts too many authentications, before the provider is asked. */
@ApplicationScoped
class AllowStart {

    private static final Duration HOUR = Duration.ofHours(1);

    private final AuthenticationRepository authentications;
    private final AuthenticationConfig config;
    private final Clock clock;

    @Inject
    AllowStart(AuthenticationRepository authentications, AuthenticationConfig config, Clock clock) {
        this.authentications = authentications;
        this.config = config;
        this.clock = clock;
    }

    /** 429 where the account has started too many in the last hour. */
    @WithTransaction
    public Uni<Void> handle(String accountId) {
        return authentications
                .startedSince(accountId, clock.instant().minus(HOUR))
                .invoke(started -> {
                    if (started >= config.startsPerHour()) {
                        throw Problems.tooManyRequests(
                                "COMPANY_AUTHENTICATION_LIMITED", "Too many authentications were started; wait.");
                    }
                })
                .replaceWithVoid();
    }
}
