package io.zizhi.platform.privacy.encryption;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.platform.database.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Stores the encrypted keys of accounts. */
@ApplicationScoped
class AccountKeyRepository {

    /** A row of the current transaction may still be rolled back, so nobody may keep its keys. */
    private static final String FIND = """
            select encode(fields, 'hex') as fields, encode(objects, 'hex') as objects, service_key_version,
                destroyed_at is not null as destroyed,
                coalesce(xmin = cast(pg_current_xact_id_if_assigned() as xid), false) as uncommitted
            from account_key where account_id = :account
            """;

    private static final String INSERT = """
            insert into account_key(account_id, fields, objects, service_key_version)
            values (:account, decode(:fields, 'hex'), decode(:objects, 'hex'), :version)
            on conflict do nothing
            """;

    private static final String DESTROY = """
            insert into account_key(account_id, destroyed_at) values (:account, clock_timestamp())
            on conflict (account_id) do update
            set fields = null, objects = null, service_key_version = null, damaged_at = null,
                destroyed_at = clock_timestamp()
            where account_key.destroyed_at is null
            """;

    private static final String OUTDATED = """
            select account_id, encode(fields, 'hex') as fields, encode(objects, 'hex') as objects, service_key_version
            from account_key where service_key_version < :newest and damaged_at is null order by service_key_version limit :limit
            for update skip locked
            """;

    private static final String LOCK = """
            select encode(fields, 'hex') as fields, encode(objects, 'hex') as objects, service_key_version
            from account_key where account_id = :account and destroyed_at is null for update
            """;

    private static final String REPLACE = """
            update account_key k
            set fields = decode(n.fields, 'hex'), objects = decode(n.objects, 'hex'), service_key_version = :version
            from unnest(cast(:accounts as text[]), cast(:fields as text[]), cast(:objects as text[]))
                as n(account_id, fields, objects)
            where k.account_id = n.account_id and k.destroyed_at is null
            """;

    private static final String SET_ASIDE = """
            update account_key set damaged_at = clock_timestamp()
            where account_id = any(cast(:accounts as text[])) and damaged_at is null and destroyed_at is null
            """;

    private static final String LOCK_DAMAGED = LOCK.replace("for update", "and damaged_at is not null for update");

    /** Reads the keys, in the caller's session if it has one. */
    @WithSession
    Uni<Optional<Row>> find(String accountId) {
        return new NativeQuery(FIND).withoutFlush().with("account", accountId).first();
    }

    /** Stores new keys, unless the account has some. */
    @WithSession
    Uni<Void> insert(String accountId, AccountKeyset.Wrapped keys, int serviceKeyVersion) {
        return new NativeQuery(INSERT)
                .withoutFlush()
                .with("account", accountId)
                .with("fields", keys.fields())
                .with("objects", keys.objects())
                .with("version", serviceKeyVersion)
                .execute()
                .replaceWithVoid();
    }

    /** Destroys the keys, or marks an account without keys as destroyed. Returns false if it was done before. */
    Uni<Boolean> destroy(String accountId) {
        return new NativeQuery(DESTROY).with("account", accountId).execute().map(rows -> rows > 0);
    }

    /** Locks the keys of an account; empty if it has none or they were destroyed. */
    Uni<Optional<Row>> lock(String accountId) {
        return new NativeQuery(LOCK).with("account", accountId).first();
    }

    /** Locks accounts whose keys an earlier service key encrypts. */
    Uni<List<Row>> lockOutdated(int newestVersion, int limit) {
        return new NativeQuery(OUTDATED)
                .with("newest", newestVersion)
                .with("limit", limit)
                .rows();
    }

    /** Marks keys as damaged, so that work on keys leaves them out. */
    Uni<Integer> setAside(List<String> accounts) {
        return new NativeQuery(SET_ASIDE)
                .with("accounts", accounts.toArray(String[]::new))
                .execute();
    }

    /** Locks the keys of an account that were set aside; empty if they were not. */
    Uni<Optional<Row>> lockDamaged(String accountId) {
        return new NativeQuery(LOCK_DAMAGED).with("account", accountId).first();
    }

    /** Takes keys back that were set aside. */
    Uni<Integer> takeBack(String accountId) {
        return new NativeQuery("update account_key set damaged_at = null where account_id = :account")
                .with("account", accountId)
                .execute();
    }

    /** Replaces the keys of accounts, except destroyed ones. */
    Uni<Integer> replace(Map<String, AccountKeyset.Wrapped> keys, int serviceKeyVersion) {
        List<String> accounts = List.copyOf(keys.keySet());
        return new NativeQuery(REPLACE)
                .with("version", serviceKeyVersion)
                .with("accounts", accounts.toArray(String[]::new))
                .with(
                        "fields",
                        accounts.stream().map(each -> get(keys, each).fields()).toArray(String[]::new))
                .with(
                        "objects",
                        accounts.stream().map(each -> get(keys, each).objects()).toArray(String[]::new))
                .execute();
    }

    private static AccountKeyset.Wrapped get(Map<String, AccountKeyset.Wrapped> keys, String account) {
        return Objects.requireNonNull(keys.get(account));
    }
}
