package io.zizhi.qualification.companyauth;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.qualification.account.allowance.Allowance;
import io.zizhi.qualification.account.allowance.TakeAllowance;
import io.zizhi.qualification.account.limits.QualificationLimits;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Rejects accounts that start too many authentications, before the provider is called. */
@ApplicationScoped
class AllowStart {

    private final TakeAllowance take;
    private final Allowance starts;

    AllowStart(TakeAllowance take, QualificationLimits limits) {
        this.take = take;
        this.starts = new Allowance("company-authentication", limits.companyScansPerHour(), Duration.ofHours(1));
    }

    /**
     * Fails with 429 if the account has started too many within an hour. Authentications that the provider refused
     * count too.
     */
    Uni<Void> handle(String accountId) {
        return take.handle(accountId, starts)
                .invoke(allowed -> {
                    if (!allowed) {
                        throw Problems.tooManyRequests(
                                "COMPANY_AUTHENTICATION_LIMITED",
                                "Too many authentications started within an hour; retry later.",
                                starts.window());
                    }
                })
                .replaceWithVoid();
    }
}
