package io.zizhi.platform.operations.keys;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.platform.database.Row;
import io.zizhi.platform.privacy.encryption.jobs.KeyJobs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.List;

/** Reads the state of the keys. */
@ApplicationScoped
class ReadKeys {

    private static final String SERVICE_KEYS = """
            select s.version, s.master_version, s.created_at,
                (select count(*) from (
                    select from account_key k where k.service_key_version = s.version limit 10000) counted) as accounts
            from service_key s order by s.version
            """;

    private static final String TOTALS = """
            select in_use, (select count(*) from account_key where destroyed_at is not null) as destroyed,
                (select count(*) from account_key where damaged_at is not null) as damaged
            from shared_keysets
            """;

    private static final String INDEX_KEYS = """
            select version, state, created_at, needed_until from index_key order by version
            """;

    private static final String DAMAGED = """
            select account_id from account_key where damaged_at is not null order by damaged_at limit 100
            """;

    private final KeyJobs jobs;

    ReadKeys(KeyJobs jobs) {
        this.jobs = jobs;
    }

    @WithSession
    Uni<KeysView> read() {
        return new NativeQuery(SERVICE_KEYS)
                .rows()
                .chain(serviceKeys -> new NativeQuery(INDEX_KEYS)
                        .rows()
                        .chain(indexKeys -> new NativeQuery(DAMAGED)
                                .list(String.class)
                                .chain(damaged -> withTotals(serviceKeys, indexKeys, damaged))));
    }

    private Uni<KeysView> withTotals(List<Row> serviceKeys, List<Row> indexKeys, List<String> damaged) {
        return new NativeQuery(TOTALS)
                .single(Tuple.class)
                .map(Row::new)
                .chain(totals -> jobs.latest()
                        .map(job -> new KeysView(
                                serviceKeys.stream().map(ServiceKeyView::from).toList(),
                                indexKeys.stream().map(IndexKeyView::from).toList(),
                                damaged,
                                totals.number("damaged"),
                                totals.number("destroyed"),
                                totals.flag("in_use"),
                                job.map(KeyJobView::from).orElse(null))));
    }
}
