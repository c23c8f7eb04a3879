package io.zizhi.qualification.bulk.importing.model;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.platform.messaging.erasure.AccountErasure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
public class ImportRowRepository implements PanacheRepositoryBase<ImportRow, Long>, AccountErasure {

    /** Finds a row if a step is due. */
    public static final String DUE =
            "select from import_row where state in ('WAITING', 'CONFIRMED') and next_at <= statement_timestamp()";

    /**
     * Postpones due rows and returns their ids, so that nobody else works on them meanwhile. Draws the number of a
     * qualification before its documents are pinned for it.
     */
    private static final String CLAIM = """
            update import_row set next_at = clock_timestamp() + make_interval(secs => :lease),
                qualification_id = case when state = 'CONFIRMED'
                    then coalesce(qualification_id, nextval('qualification_id')) end
            where id = any(array(
                select id from import_row
                where state in ('WAITING', 'CONFIRMED') and next_at <= clock_timestamp()
                order by next_at, id limit :limit for update skip locked))
            returning id
            """;

    private static final String STORE = """
            insert into import_row(import_id, number, state, account_id, source_system, source_reference, approved_on,
                valid_until, content, personal_data, findings, attempts, next_at)
            select cast(:import as bigint), number, state, account_id, source_system, source_reference,
                cast(approved_on as date), cast(valid_until as date), cast(content as jsonb),
                decode(personal_data, 'base64'), cast(findings as jsonb), 0, cast(:now as timestamptz)
            from unnest(cast(:numbers as bigint[]), cast(:states as text[]), cast(:accounts as text[]),
                cast(:systems as text[]), cast(:references as text[]), cast(:approvals as text[]), cast(:ends as text[]),
                cast(:contents as text[]), cast(:personal as text[]), cast(:findings as text[]))
                as r(number, state, account_id, source_system, source_reference, approved_on, valid_until, content,
                    personal_data, findings)
            """;

    /** The findings of rows that can be imported are warnings. */
    private static final String COUNT = """
            select import_id, state, count(*) as rows,
                count(*) filter (where state in ('CHECKED', 'CONFIRMED', 'IMPORTED') and findings -> 'items' <> '[]')
                    as warned
            from import_row where import_id = any(:imports) group by import_id, state
            """;

    private static final String CONFIRM = """
            update import_row set state = 'CONFIRMED', next_at = cast(:now as timestamptz)
            where import_id = :import and state = 'CHECKED'
            """;

    private static final String CANCEL = """
            update import_row set state = 'CANCELLED', content = null, personal_data = null
            where import_id = :import and state in ('WAITING', 'CHECKED')
            """;

    /** Uses the index {@code import_row_open}. */
    private static final String ERASE = """
            update import_row set state = 'CANCELLED', content = null, personal_data = null
            where id = any(array(
                select id from import_row
                where account_id = :accountId and state in ('WAITING', 'CHECKED', 'CONFIRMED')
                order by id limit :limit for update))
            """;

    /** Stores rows in one statement. */
    public Uni<Void> store(long importId, List<StoredLine> lines, Instant now) {
        return new NativeQuery(STORE)
                .with("import", importId)
                .with("now", now)
                .with(
                        "numbers",
                        lines.stream().map(line -> (long) line.number()).toArray(Long[]::new))
                .with("states", texts(lines, line -> line.state().name()))
                .with("accounts", texts(lines, StoredLine::accountId))
                .with("systems", texts(lines, StoredLine::sourceSystem))
                .with("references", texts(lines, StoredLine::sourceReference))
                .with("approvals", texts(lines, StoredLine::approvedOn))
                .with("ends", texts(lines, StoredLine::validUntil))
                .with("contents", texts(lines, StoredLine::content))
                .with("personal", texts(lines, StoredLine::personalData))
                .with("findings", texts(lines, StoredLine::findings))
                .execute()
                .replaceWithVoid();
    }

    private static @Nullable String[] texts(List<StoredLine> lines, Function<StoredLine, @Nullable String> text) {
        return lines.stream().map(text).toArray(String[]::new);
    }

    /** Claims due rows; their states say which step is next. */
    public Uni<List<ImportRow>> claim(Duration lease, int limit) {
        return new NativeQuery(CLAIM)
                .with("lease", (double) lease.toSeconds())
                .with("limit", limit)
                .list(Long.class)
                .chain(ids -> ids.isEmpty() ? Uni.createFrom().item(List.of()) : list("id in ?1 order by id", ids));
    }

    /** Locks a row until the transaction ends. */
    public Uni<ImportRow> lock(long id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /**
     * Lists rows numbered above {@code after}, in order. Returns one more than {@code limit} if there are further rows.
     */
    public Uni<List<ImportRow>> list(long importId, @Nullable ImportRowState state, long after, int limit) {
        int number = (int) Math.min(after, Integer.MAX_VALUE);
        String query = "importId = ?1 and number > ?2";
        return (state == null
                        ? find(query + " order by number", importId, number)
                        : find(query + " and state = ?3 order by number", importId, number, state))
                .range(0, limit)
                .list();
    }

    /** Counts the rows of several imports. Imports without rows are missing. */
    public Uni<Map<Long, ImportCounts>> count(List<Long> importIds) {
        return new NativeQuery(COUNT)
                .with("imports", importIds.toArray(Long[]::new))
                .rows()
                .map(rows -> {
                    Map<Long, ImportCounts> counts = new HashMap<>();
                    rows.forEach(row -> counts.merge(
                            row.number("import_id"),
                            ImportCounts.of(
                                    ImportRowState.valueOf(row.text("state")),
                                    row.number("rows"),
                                    row.number("warned")),
                            ImportCounts::plus));
                    return counts;
                });
    }

    public Uni<ImportCounts> count(long importId) {
        return count(List.of(importId)).map(counts -> counts.getOrDefault(importId, ImportCounts.NONE));
    }

    /** Makes all checked rows due for their import. */
    public Uni<Integer> confirm(long importId, Instant now) {
        return new NativeQuery(CONFIRM)
                .with("import", importId)
                .with("now", now)
                .execute();
    }

    /** Cancels all rows that are not confirmed, and erases their forms. */
    public Uni<Integer> cancel(long importId) {
        return new NativeQuery(CANCEL).with("import", importId).execute();
    }

    @Override
    public String kind() {
        return "import-rows";
    }

    /** Cancels rows that have not ended, and erases their forms. */
    @Override
    public Uni<Integer> erase(String accountId, int limit) {
        return new NativeQuery(ERASE)
                .with("accountId", accountId)
                .with("limit", limit)
                .execute();
    }
}
