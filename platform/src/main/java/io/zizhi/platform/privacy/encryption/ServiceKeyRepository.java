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
            select version, encode(wrapped, 'hex') as wrapped, master_version from service_key order by version
            """;

    private static final String INSERT = """
            insert into service_key(version, wrapped, master_version) values (:version, :wrapped, :masterVersion)
            on conflict do nothing
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
    Uni<Void> insert(int version, byte[] wrapped, String masterVersion) {
        return new NativeQuery(INSERT)
                .with("version", version)
                .with("wrapped", wrapped)
                .with("masterVersion", masterVersion)
                .execute()
                .replaceWithVoid();
    }
}
