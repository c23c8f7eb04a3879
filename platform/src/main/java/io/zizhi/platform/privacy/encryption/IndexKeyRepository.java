package io.zizhi.platform.privacy.encryption;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.platform.database.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/** Stores the encrypted keys of blind indexes. */
@ApplicationScoped
class IndexKeyRepository {

    /** Session of each replica that knows only the key in the file. */
    private static final String EARLIER = "outbox-relay";

    private static final String ALL = """
            select version, encode(wrapped, 'hex') as wrapped, service_key_version, state,
                coalesce(needed_until <= clock_timestamp(), false) as outlived,
                state = 'ADDED' or state = 'RETIRED' and needed_until is null as unfinished
            from index_key order by version
            """;

    private static final String OUTDATED = """
            select version, encode(wrapped, 'hex') as wrapped, service_key_version
            from index_key where service_key_version < :newest for update
            """;

    private static final String INSERT = """
            insert into index_key(version, wrapped, service_key_version, state)
            values (:version, decode(:wrapped, 'hex'), :serviceKey, 'ADDED')
            """;

    private static final String WRAP = """
            update index_key set wrapped = decode(:wrapped, 'hex'), service_key_version = :serviceKey
            where version = :version
            """;

    private static final String END_USE = "update index_key set state = 'RETIRED' where state = 'IN_USE'";

    private static final String USE = "update index_key set state = 'IN_USE' where state = 'ADDED'";

    private static final String RETIRE = """
            update index_key set needed_until = clock_timestamp() + make_interval(secs => :seconds)
            where state = 'RETIRED' and needed_until is null
            """;

    private static final String PURGE = """
            delete from index_key where state = 'RETIRED' and needed_until <= clock_timestamp()
            """;

    @WithSession
    Uni<List<Row>> all() {
        return new NativeQuery(ALL).rows();
    }

    /** Locks the keys that an earlier service key encrypts. */
    Uni<List<Row>> lockOutdated(int newestServiceKey) {
        return new NativeQuery(OUTDATED).with("newest", newestServiceKey).rows();
    }

    Uni<Integer> insert(int version, String wrapped, int serviceKey) {
        return new NativeQuery(INSERT)
                .with("version", version)
                .with("wrapped", wrapped)
                .with("serviceKey", serviceKey)
                .execute();
    }

    Uni<Integer> wrap(int version, String wrapped, int serviceKey) {
        return new NativeQuery(WRAP)
                .with("version", version)
                .with("wrapped", wrapped)
                .with("serviceKey", serviceKey)
                .execute();
    }

    /** Uses the added key. The unique index on the state forbids two keys in use, so the earlier one goes first. */
    Uni<Integer> use() {
        return new NativeQuery(END_USE).execute().chain(() -> new NativeQuery(USE).execute());
    }

    /** Sets until when retired keys are needed, unless that is known. */
    Uni<Integer> retire(Duration life) {
        return new NativeQuery(RETIRE).with("seconds", life.toSeconds()).execute();
    }

    /** Deletes retired keys that nothing needs any more. */
    @WithTransaction
    Uni<Integer> purge() {
        return new NativeQuery(PURGE).execute();
    }

    /** Returns how many replicas of this database belong to releases that know only the key in the file. */
    Uni<Long> earlierReplicas() {
        return new NativeQuery("""
                        select count(*) from pg_stat_activity
                        where datname = current_database() and application_name = :name
                        """).with("name", EARLIER).single(Long.class);
    }
}
