package io.zizhi.review.reviewer.conflict;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.NativeQuery;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Stores the account from each reviewer's last call. */
@ApplicationScoped
class ReviewerAccountRepository {

    private static final String STORE = """
            insert into reviewer_account(reviewer_id, account_id) values (:reviewer, cast(:account as text))
            on conflict (reviewer_id) do update set account_id = excluded.account_id, seen_at = excluded.seen_at
            where reviewer_account.account_id is distinct from excluded.account_id
            """;

    /** @param account null if the token has none */
    Uni<Void> store(String reviewer, @Nullable String account) {
        return new NativeQuery(STORE)
                .with("reviewer", reviewer)
                .with("account", account)
                .execute()
                .replaceWithVoid();
    }
}
