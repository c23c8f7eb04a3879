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

    /** Returns whether only the newest version is left. */
    Uni<Boolean> removeUnused() {
        return new NativeQuery(REMOVE)
                .execute()
                .chain(() -> new NativeQuery("select count(*) = 1 from service_key").single(Boolean.class));
    }
}
