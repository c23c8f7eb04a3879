package io.zizhi.qualification.companyauth;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.qualification.account.allowance.Allowance;
import io.zizhi.qualification.account.allowance.TakeAllowance;
import io.zizhi.qualification.account.limits.QualificationLimits;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Refuses an account that starts too many authentications, before the provider is asked. */
@ApplicationScoped
class AllowStart {

    private final TakeAllowance take;
    private final Allowance starts;

    AllowStart(TakeAllowance take, QualificationLimits limits) {
        this.take = take;
        this.starts = new Allowance("company-authentication", limits.companyScansPerHour(), Duration.ofHours(1));
    }

    /** 429 where the account has started too many within an hour; one that the provider then refused counts as well. */
    Uni<Void> handle(String accountId) {
        return take.handle(accountId, starts)
                .invoke(allowed -> {
                    if (!allowed) {
                        throw Problems.tooManyRequests(
                                "COMPANY_AUTHENTICATION_LIMITED", "Too many authentications were started; wait.");
                    }
                })
                .replaceWithVoid();
    }
}
