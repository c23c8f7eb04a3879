package io.zizhi.review.reviewer.conflict;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.identity.Roles;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Stores account, role and name from each staff member's last call. */
@ApplicationScoped
class ReviewerAccountRepository {

    private static final String STORE = """
            insert into reviewer_account(reviewer_id, account_id, reviews, display_name)
            values (:reviewer, cast(:account as text), :reviews, cast(:name as text))
            on conflict (reviewer_id) do update set account_id = excluded.account_id, reviews = excluded.reviews,
                display_name = excluded.display_name, seen_at = excluded.seen_at
            """;

    /** @param displayName null if the token has none */
    Uni<Void> store(Caller staff, @Nullable String displayName) {
        return new NativeQuery(STORE)
                .with("reviewer", staff.subject())
                .with("account", staff.accountId())
                .with("reviews", staff.has(Roles.REVIEWER))
                .with("name", displayName)
                .execute()
                .replaceWithVoid();
    }
}
