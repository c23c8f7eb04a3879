package io.zizhi.qualification.allowance;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/** An account does once more what is limited, or may not. */
@ApplicationScoped
public class TakeAllowance {

    private final AllowanceRepository allowances;
    private final Clock clock;

    @Inject
    TakeAllowance(AllowanceRepository allowances, Clock clock) {
        this.allowances = allowances;
        this.clock = clock;
    }

    /** Counts it and answers true; false, and nothing is counted, where the limit is reached. */
    @WithTransaction
    public Uni<Boolean> handle(String accountId, Allowance allowance) {
        Instant now = clock.instant();
        return allowances.take(accountId, allowance, now, now.minus(allowance.window()));
    }
}
