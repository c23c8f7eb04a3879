package io.zizhi.qualification.account.allowance;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.runtime.time.DatabaseTime;
import jakarta.enterprise.context.ApplicationScoped;

/** Counts one use of an allowance, unless its limit is reached. */
@ApplicationScoped
public class TakeAllowance {

    private final AllowanceRepository allowances;
    private final DatabaseTime time;

    TakeAllowance(AllowanceRepository allowances, DatabaseTime time) {
        this.allowances = allowances;
        this.time = time;
    }

    /** Returns true and counts the use, or returns false and counts nothing if the limit is reached. */
    @WithTransaction
    public Uni<Boolean> handle(String accountId, Allowance allowance) {
        return time.now().chain(now -> allowances.take(accountId, allowance, now, now.minus(allowance.window())));
    }
}
