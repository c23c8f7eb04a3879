package io.zizhi.platform.privacy.encryption;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.platform.database.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Stores the encrypted service keys. */
@ApplicationScoped
class ServiceKeyRepository {

    private static final String ALL = """
            select version, wrapped, master_version from service_key order by version
            """;

    private static final String INSERT = """
            insert into service_key(version, wrapped, master_version) values (:version, :wrapped, :masterVersion)
            on conflict do nothing
            """;

    private static final String REMOVE = """
            delete from service_key s
            where version < (select max(version) from service_key)
              and not exists (select from account_key where service_key_version = s.version)
              and not exists (select from index_key where service_key_version = s.version)
            """;

    /**
     * Ignores damaged keys of accounts. They keep their version until an operator has restored or destroyed them.
     */
    private static final String ARE_REMOVED = """
            with newest as (select max(version) as version from service_key)
            select not exists (
                    select from account_key, newest where service_key_version < newest.version and damaged_at is null)
                and not exists (select from index_key, newest where service_key_version < newest.version)
            """;

    @WithSession
    Uni<List<Row>> all() {
        return new NativeQuery(ALL).rows();
    }

    @WithSession
    Uni<Boolean> sharedInUse() {
        return new NativeQuery("select in_use from shared_keysets").single(Boolean.class);
    }

    @WithSession
    Uni<Void> insert(int version, String wrapped, String masterVersion) {
        return new NativeQuery(INSERT)
                .with("version", version)
                .with("wrapped", wrapped)
                .with("masterVersion", masterVersion)
                .execute()
                .replaceWithVoid();
    }

    Uni<Void> leaveShared() {
        return new NativeQuery("update shared_keysets set in_use = false")
                .execute()
                .replaceWithVoid();
    }

    Uni<Integer> newest() {
        return new NativeQuery("select max(version) from service_key").single(Integer.class);
    }

    /** Returns whether only the newest version is left, and those of damaged keys. */
    Uni<Boolean> removeUnused() {
        return new NativeQuery(REMOVE).execute().chain(() -> new NativeQuery(ARE_REMOVED).single(Boolean.class));
    }
}
