package io.zizhi.document.export;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.NativeQuery;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** The running export of each account. Its lease ends soon after a replica or a connection is lost. Needs a session. */
@ApplicationScoped
class ExportLeases {

    /** Longer than a client may take for the largest document at the slowest accepted rate. */
    private static final Duration LEASE = Duration.ofMinutes(3);

    private static final String TAKE = """
            insert into account_export as running (account_id, export_id, leased_until)
            values (:accountId, :exportId, clock_timestamp() + make_interval(secs => :seconds))
            on conflict (account_id) do update set export_id = excluded.export_id, leased_until = excluded.leased_until
                where running.leased_until < clock_timestamp() or running.export_id = excluded.export_id
            """;

    /** Takes or renews the lease; returns false if another export of the account holds it. */
    Uni<Boolean> take(String accountId, String exportId) {
        return new NativeQuery(TAKE)
                .with("accountId", accountId)
                .with("exportId", exportId)
                .with("seconds", LEASE.toSeconds())
                .execute()
                .map(taken -> taken > 0);
    }

    Uni<Void> end(String accountId, String exportId) {
        return new NativeQuery("delete from account_export where account_id = :accountId and export_id = :exportId")
                .with("accountId", accountId)
                .with("exportId", exportId)
                .execute()
                .replaceWithVoid();
    }
}
