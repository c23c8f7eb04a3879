package io.zizhi.document.scanning;

import io.smallrye.mutiny.Uni;
import io.zizhi.document.storage.Document;
import io.zizhi.platform.database.EntityColumns;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.platform.database.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** The documents that wait for a scan. */
@ApplicationScoped
class ScanQueueRepository {

    /** Bounds the measurement, which runs every ten seconds. */
    private static final int MOST_COUNTED = 10_000;

    private static final String NEXT_DUE = "select " + EntityColumns.of(Document.class) + """
         from document
        where status = 'PENDING_SCAN' and scan_due_at <= statement_timestamp()
        order by scan_due_at limit 1 for no key update skip locked
        """;

    /** Finds a row if a scan is due. */
    static final String WORK =
            "select from document where status = 'PENDING_SCAN' and scan_due_at <= statement_timestamp()";

    private static final String MEASURE = """
        select count(*) as waiting,
            cast(coalesce(extract(epoch from clock_timestamp() - min(stored_at)), 0) as bigint) as age
        from (
            select stored_at from document where status = 'PENDING_SCAN' order by scan_due_at limit %d) first
        """.formatted(MOST_COUNTED);

    /** Locks the document that has been due longest and that no other replica is claiming. */
    Uni<Optional<Document>> lockNextDue() {
        return new NativeQuery(NEXT_DUE).first(Document.class);
    }

    /** Returns {@code waiting}, at most 10,000, and {@code age} of the oldest of them in seconds. */
    Uni<Row> measure() {
        return new NativeQuery(MEASURE).rows().map(List::getFirst);
    }
}
