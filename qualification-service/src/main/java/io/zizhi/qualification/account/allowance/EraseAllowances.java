package io.zizhi.qualification.account.allowance;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.messaging.inbox.AccountErasure;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class EraseAllowances implements AccountErasure {

    private final AllowanceRepository allowances;

    EraseAllowances(AllowanceRepository allowances) {
        this.allowances = allowances;
    }

    @Override
    public Uni<Void> erase(String accountId) {
        return allowances.erase(accountId);
    }
}
