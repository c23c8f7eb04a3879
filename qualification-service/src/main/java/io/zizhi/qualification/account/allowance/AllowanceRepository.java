package io.zizhi.qualification.account.allowance;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.platform.messaging.erasure.AccountErasure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Stores how much of each allowance an account has used. */
@ApplicationScoped
class AllowanceRepository implements AccountErasure {

    /** Updates no row if the limit is reached. */
    private static final String TAKE = """
            insert into account_allowance as taken (account_id, purpose, began_at, used)
            values (:accountId, :purpose, :now, 1)
            on conflict (account_id, purpose) do update set
                began_at = case when taken.began_at <= :over then excluded.began_at else taken.began_at end,
                used = case when taken.began_at <= :over then 1 else taken.used + 1 end
            where taken.began_at <= :over or taken.used < :limit
            """;

    private static final String ERASE = """
            delete from account_allowance where (account_id, purpose) in (
                select account_id, purpose from account_allowance where account_id = :accountId limit :limit)
            """;

    /** @param over windows that began at or before this instant have ended */
    Uni<Boolean> take(String accountId, Allowance allowance, Instant now, Instant over) {
        return new NativeQuery(TAKE)
                .with("accountId", accountId)
                .with("purpose", allowance.purpose())
                .with("now", now)
                .with("over", over)
                .with("limit", allowance.limit())
                .execute()
                .map(taken -> taken > 0);
    }

    @Override
    public String kind() {
        return "allowances";
    }

    @Override
    public Uni<Integer> erase(String accountId, int limit) {
        return new NativeQuery(ERASE)
                .with("accountId", accountId)
                .with("limit", limit)
                .execute();
    }
}
