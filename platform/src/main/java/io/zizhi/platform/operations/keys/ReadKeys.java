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
                (select count(*) from account_key k where k.service_key_version = s.version) as accounts
            from service_key s order by s.version
            """;

    private static final String TOTALS = """
            select in_use, (select count(*) from account_key where destroyed_at is not null) as destroyed
            from shared_keysets
            """;

    private final KeyJobs jobs;

    ReadKeys(KeyJobs jobs) {
        this.jobs = jobs;
    }

    @WithSession
    Uni<KeysView> read() {
        return new NativeQuery(SERVICE_KEYS).rows().chain(this::withTotals);
    }

    private Uni<KeysView> withTotals(List<Row> serviceKeys) {
        return new NativeQuery(TOTALS)
                .single(Tuple.class)
                .map(Row::new)
                .chain(totals -> jobs.latest()
                        .map(job -> new KeysView(
                                serviceKeys.stream().map(ServiceKeyView::from).toList(),
                                totals.number("destroyed"),
                                totals.flag("in_use"),
                                job.map(KeyJobView::from).orElse(null))));
    }
}
