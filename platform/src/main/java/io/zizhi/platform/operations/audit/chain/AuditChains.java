package io.zizhi.platform.operations.audit.chain;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import io.zizhi.platform.database.SingleStatement;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads the chains of audit rows, and records which heads are anchored. Each call is one statement. */
@ApplicationScoped
public class AuditChains {

    private static final String TAKE_TURN = """
            update audit_anchor set next_at = clock_timestamp() + make_interval(secs => $1)
            where next_at <= clock_timestamp() or next_at > clock_timestamp() + make_interval(secs => $1)
            """;

    private static final String STATE = """
            select number, unchained_in is not null as unchained, (select epoch from producer_epoch) as epoch
            from audit_anchor
            """;

    /** The owner of the database may claim anchors that do not exist. Two queries, because each uses the index. */
    private static final String CHANGED = """
            select chain, sequence, encode(hash, 'hex') as hash from (
                (select chain, sequence, hash from audit_head where anchored_in is null order by chain limit $1)
                union all
                (select chain, sequence, hash from audit_head
                where anchored_in < 1 or anchored_in > (select number from audit_anchor) limit $1)) as changed
            order by chain limit $1
            """;

    /**
     * Records where heads are anchored. Skips heads that have changed since, and those that a transaction holds: the
     * next anchor has them. Waiting for them could deadlock with a transaction that writes to several chains.
     */
    private static final String ANCHORED = """
            with free as (
                select h.chain from audit_head h
                join unnest($2::text[], $3::bigint[]) as a(chain, sequence) on h.chain = a.chain and h.sequence = a.sequence
                for update of h skip locked),
            marked as (
                update audit_head h set anchored_in = $1 from free where h.chain = free.chain)
            update audit_anchor
            set number = greatest(number, $1),
                unchained_in = coalesce(unchained_in, case when $4 then $1 end)
            """;

    /** The hash of a row covers the names of its fields, not the shape of their array. */
    private static final String COLUMNS = """
            select r.sequence, coalesce(r.at, '-infinity') as at, r.actor, r.role, r.account_id, r.action, r.object_type,
                r.object_id, r.reason, r.recipient,
                case when array_ndims(r.fields) > 1 then array(select unnest(r.fields)) else coalesce(r.fields, '{}') end
                    as fields,
                coalesce(r.chain_sequence, 0) as chain_sequence, coalesce(encode(r.previous_hash, 'hex'), '') as previous_hash,
                coalesce(encode(r.hash, 'hex'), '') as hash
            """;

    private static final String UNCHAINED = COLUMNS + """
            from audit_entry r
            where r.chain_sequence is null and r.sequence > $1 order by r.sequence limit $2
            """;

    /** Rows and heads come from one statement, so that a row that is written meanwhile is in both or in neither. */
    private static final String CHAINED = COLUMNS + """
                , h.sequence as head_sequence, encode(h.hash, 'hex') as head_hash
            from audit_entry r left join audit_head h on h.chain = coalesce(r.account_id, 'system')
            where r.chain_sequence is not null
              and (coalesce(r.account_id, 'system'), r.chain_sequence, r.sequence) > ($1, $2, $3)
            order by coalesce(r.account_id, 'system'), r.chain_sequence, r.sequence limit $4
            """;

    /** Of several rows at a position, the anchored one counts. The others are found along the chain. */
    private static final String COMPARE = """
            select a.chain, a.sequence, encode(r.hash, 'hex') as hash,
                case when r.hash is null then (
                    select max(l.chain_sequence) from audit_entry l
                    where coalesce(l.account_id, 'system') = a.chain and l.chain_sequence is not null) end as last
            from unnest($1::text[], $2::bigint[], $3::text[]) with ordinality as a(chain, sequence, hash, place)
            left join lateral (
                select e.hash from audit_entry e
                where coalesce(e.account_id, 'system') = a.chain and e.chain_sequence = a.sequence
                order by encode(e.hash, 'hex') <> a.hash, e.sequence limit 1) r on true
            order by a.place
            """;

    private static final String MARKED = """
            select chain, sequence, encode(hash, 'hex') as hash, anchored_in from audit_head
            where anchored_in between $1 and $2 order by anchored_in, chain limit $3
            """;

    private static final String HEADS = """
            select h.chain, h.sequence,
                exists (
                    select from audit_entry r
                    where coalesce(r.account_id, 'system') = h.chain and r.chain_sequence is not null) as has_rows,
                (h.anchored_in is null or h.anchored_in < 1 or h.anchored_in > (select number from audit_anchor)) and exists (
                    select from audit_entry r
                    where coalesce(r.account_id, 'system') = h.chain and r.chain_sequence = h.sequence
                      and r.at < clock_timestamp() - make_interval(secs => $2)) as overdue
            from audit_head h where h.chain >= $1 and (h.chain > $1 or $4) order by h.chain limit $3
            """;

    private static final String HEAD = """
            select chain, sequence, encode(hash, 'hex') as hash from audit_head where chain = $1
            """;

    private static final String PLACE = """
            select min(chain_sequence) as place from audit_entry
            where coalesce(account_id, 'system') = $1 and chain_sequence is not null and encode(hash, 'hex') = $2
            """;

    private final SingleStatement statement;

    AuditChains(SingleStatement statement) {
        this.statement = statement;
    }

    /**
     * What the database says of its anchors.
     *
     * @param number number of the last anchor; 0 before the first
     * @param hasUnchained whether an anchor has the digest of the rows that are older than the chains
     * @param epoch epoch of the database
     */
    public record State(long number, boolean hasUnchained, long epoch) {}

    /**
     * A row and the head of its chain at the same moment.
     *
     * @param head position of the head; 0 if the head is missing
     * @param headHash hash of the head; empty if the head is missing
     */
    public record Linked(ChainedRow row, long head, String headHash) {}

    /**
     * What the database has at the place of an anchored head.
     *
     * @param hash hash of the row; null if it is missing
     * @param last if the row is missing, the last position of the chain; 0 if the chain has no rows
     */
    public record Found(
            String chain, long sequence, @Nullable String hash, long last) {}

    /** A head that the database takes for anchored. */
    public record Marked(Head head, long anchor) {}

    /**
     * A head and what belongs to it.
     *
     * @param overdue whether its last row should have been anchored long ago
     */
    public record Checked(String chain, long sequence, boolean hasRows, boolean overdue) {}

    /** Returns whether it is this replica's turn to write an anchor. */
    public Uni<Boolean> takeTurn(Duration every) {
        return run(TAKE_TURN, Tuple.of(seconds(every))).map(rows -> rows.rowCount() == 1);
    }

    public Uni<State> state() {
        return run(STATE, Tuple.tuple()).map(rows -> {
            Row row = rows.iterator().next();
            return new State(row.getLong("number"), row.getBoolean("unchained"), row.getLong("epoch"));
        });
    }

    /** Returns heads that no anchor has, or that the database falsely assigns to an anchor that does not exist. */
    public Uni<List<Head>> changed(int most) {
        return list(CHANGED, Tuple.of(most), AuditChains::head);
    }

    /**
     * Records that the heads are in the anchor, and that it exists.
     *
     * @param unchained whether the anchor has the digest of the rows that are older than the chains
     */
    public Uni<Void> anchored(long number, List<Head> heads, boolean unchained) {
        return run(ANCHORED, Tuple.of(number, chains(heads), positions(heads), unchained))
                .replaceWithVoid();
    }

    /** Returns rows that are older than the chains, in the order of their numbers. */
    public Uni<List<ChainedRow>> unchained(long after, int most) {
        return list(UNCHAINED, Tuple.of(after, most), AuditChains::chainedRow);
    }

    /** Returns rows in the order of chain, position and number, after the given one. */
    public Uni<List<Linked>> chained(String chain, long position, long sequence, int most) {
        return list(
                CHAINED,
                Tuple.of(chain, position, sequence, most),
                row -> new Linked(
                        chainedRow(row),
                        Objects.requireNonNullElse(row.getLong("head_sequence"), 0L),
                        Objects.requireNonNullElse(row.getString("head_hash"), "")));
    }

    /** Returns what is at the places of the heads, in their order. */
    public Uni<List<Found>> find(List<Head> heads) {
        return list(
                COMPARE,
                Tuple.of(chains(heads), positions(heads), hashes(heads)),
                row -> new Found(
                        row.getString("chain"),
                        row.getLong("sequence"),
                        row.getString("hash"),
                        Objects.requireNonNullElse(row.getLong("last"), 0L)));
    }

    /** Returns the heads that the database takes for anchored in these anchors. */
    public Uni<List<Marked>> marked(long from, long to, int most) {
        return list(MARKED, Tuple.of(from, to, most), row -> new Marked(head(row), row.getLong("anchored_in")));
    }

    /**
     * Returns heads in the order of their chains.
     *
     * @param after the last chain of the page before; null for the first page
     * @param late after how long a row without an anchor is overdue
     */
    public Uni<List<Checked>> heads(@Nullable String after, Duration late, int most) {
        return list(
                HEADS,
                Tuple.of(Objects.requireNonNullElse(after, ""), seconds(late), most, after == null),
                row -> new Checked(
                        row.getString("chain"),
                        row.getLong("sequence"),
                        row.getBoolean("has_rows"),
                        row.getBoolean("overdue")));
    }

    /** Returns the head of a chain. */
    public Uni<Optional<Head>> head(String chain) {
        return list(HEAD, Tuple.of(chain), AuditChains::head)
                .map(heads -> heads.stream().findFirst());
    }

    /** Returns the position of the row with a hash; 0 if the chain has none. */
    public Uni<Long> place(String chain, String hash) {
        return run(PLACE, Tuple.of(chain, hash))
                .map(rows -> Objects.requireNonNullElse(rows.iterator().next().getLong("place"), 0L));
    }

    private <T> Uni<List<T>> list(String sql, Tuple parameters, Function<Row, T> read) {
        return run(sql, parameters)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(read)
                        .toList());
    }

    private Uni<RowSet<Row>> run(String sql, Tuple parameters) {
        return statement.rows(sql, parameters);
    }

    private static Head head(Row row) {
        return new Head(row.getString("chain"), row.getLong("sequence"), row.getString("hash"));
    }

    private static ChainedRow chainedRow(Row row) {
        return new ChainedRow(
                row.getLong("sequence"),
                row.getOffsetDateTime("at").toInstant(),
                row.getString("actor"),
                row.getString("role"),
                row.getString("account_id"),
                row.getString("action"),
                row.getString("object_type"),
                row.getString("object_id"),
                row.getString("reason"),
                row.getString("recipient"),
                Arrays.asList(row.getArrayOfStrings("fields")),
                row.getLong("chain_sequence"),
                row.getString("previous_hash"),
                row.getString("hash"));
    }

    private static String[] chains(List<Head> heads) {
        return heads.stream().map(Head::chain).toArray(String[]::new);
    }

    private static Long[] positions(List<Head> heads) {
        return heads.stream().map(Head::sequence).toArray(Long[]::new);
    }

    private static String[] hashes(List<Head> heads) {
        return heads.stream().map(Head::hash).toArray(String[]::new);
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
