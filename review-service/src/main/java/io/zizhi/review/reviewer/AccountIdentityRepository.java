package io.zizhi.review.reviewer;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.NativeQuery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Stores the credit code of the company that each account was verified as. */
@ApplicationScoped
public class AccountIdentityRepository {

    private static final String CREDIT_CODES = """
            select account_id, credit_code from account_identity
            where account_id = any(:accounts) and credit_code is not null
            """;

    private static final String TAKE_OVER = """
            insert into account_identity(account_id, credit_code, version)
            values (:account, cast(:code as text), :version)
            on conflict (account_id) do update set credit_code = excluded.credit_code, version = excluded.version
            where account_identity.version < excluded.version
            """;

    /** Keeps the version, so that an older event that arrives again changes nothing. */
    private static final String ERASE = """
            with erased as (delete from reviewer_account where account_id = :account returning reviewer_id),
            identity as (
                update account_identity set credit_code = null
                where account_id = :account and credit_code is not null returning account_id)
            select (select count(*) from erased) + (select count(*) from identity)
            """;

    /** Returns the credit codes by account. Accounts not verified as a company are omitted. */
    Uni<Map<String, String>> creditCodes(Stream<String> accounts) {
        return new NativeQuery(CREDIT_CODES)
                .with("accounts", accounts.distinct().toArray(String[]::new))
                .list(Tuple.class)
                .map(found -> found.stream()
                        .collect(Collectors.toMap(
                                row -> row.get("account_id", String.class),
                                row -> row.get("credit_code", String.class))));
    }

    /** @param creditCode null for a person */
    Uni<Void> takeOver(String account, @Nullable String creditCode, long version) {
        return new NativeQuery(TAKE_OVER)
                .with("account", account)
                .with("code", creditCode)
                .with("version", version)
                .execute()
                .replaceWithVoid();
    }

    /** Returns the number of erased rows. */
    Uni<Integer> erase(String account) {
        return new NativeQuery(ERASE)
                .with("account", account)
                .single(Long.class)
                .map(Math::toIntExact);
    }
}
