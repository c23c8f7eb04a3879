package io.zizhi.qualification.bulk.model;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.messaging.erasure.AccountErasure;
import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.form.standard.WrittenName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
public class BulkRowRepository implements PanacheRepositoryBase<BulkRow, Long>, AccountErasure {

    /** Finds a row if a step is due. */
    public static final String DUE = """
            select from bulk_row
            where state in ('WAITING', 'DRAFTED', 'READY') and next_at <= statement_timestamp()
            """;

    /** Finds a row if one that waits for a phone verification is due. */
    public static final String AWAITING =
            "select from bulk_row where state = 'AWAITING_PHONE' and next_at <= statement_timestamp()";

    /** Postpones one due row and returns its id, so that nobody else works on it meanwhile. */
    private static final String CLAIM = """
            update bulk_row set next_at = clock_timestamp() + make_interval(secs => :lease)
            where id = (
                select id from bulk_row
                where state in ('WAITING', 'DRAFTED', 'READY') and next_at <= clock_timestamp()
                order by next_at, id limit 1 for update skip locked)
            returning id
            """;

    /** Does the same for the rows of one sheet that wait for a phone verification. */
    private static final String CLAIM_AWAITING = """
            update bulk_row set next_at = clock_timestamp() + make_interval(secs => :pause)
            where id = any(array(
                select id from bulk_row
                where state = 'AWAITING_PHONE' and next_at <= clock_timestamp()
                  and filing_id = (
                      select filing_id from bulk_row
                      where state = 'AWAITING_PHONE' and next_at <= clock_timestamp() order by next_at, id limit 1)
                order by next_at, id limit :limit for update skip locked))
            returning id
            """;

    /** Finds a row if the letter of one that waits for its review has been reviewed or withdrawn. */
    public static final String LETTER_REVIEWED = """
            select from bulk_row r join authorization_letter l on l.id = cast(r.content ->> 'letterId' as bigint)
            where r.state = 'AWAITING_LETTER' and l.status <> 'IN_REVIEW'
            """;

    private static final String LETTER_APPROVED = """
            update bulk_row set state = 'DRAFTED', findings = cast('{}' as jsonb), next_at = clock_timestamp()
            where id = any(array(
                select r.id
                from bulk_row r join authorization_letter l on l.id = cast(r.content ->> 'letterId' as bigint)
                where r.state = 'AWAITING_LETTER' and l.status = 'APPROVED'
                order by r.id limit :limit for update of r skip locked))
            """;

    private static final String LETTER_NOT_APPROVED = """
            update bulk_row set state = 'FAILED', findings = cast(cast(:findings as text) as jsonb), content = null,
                personal_data = null, next_at = clock_timestamp() + make_interval(secs => :kept)
            where id = any(array(
                select r.id
                from bulk_row r join authorization_letter l on l.id = cast(r.content ->> 'letterId' as bigint)
                where r.state = 'AWAITING_LETTER' and l.status not in ('IN_REVIEW', 'APPROVED')
                order by r.id limit :limit for update of r skip locked))
            """;

    /** Finds a row if the cells of one have to be erased. */
    public static final String TO_ERASE = """
            select from bulk_row
            where cells is not null and state in ('FAILED', 'INVALID', 'CANCELLED')
              and next_at <= statement_timestamp()
            """;

    private static final String ERASE = """
            update bulk_row set cells = null
            where id = any(array(
                select id from bulk_row
                where cells is not null and state in ('FAILED', 'INVALID', 'CANCELLED')
                  and next_at <= clock_timestamp()
                order by next_at limit :limit for update skip locked))
            """;

    private static final String ERASE_ACCOUNT = """
            update bulk_row set
                state = case when content is null then state else 'CANCELLED' end,
                content = null, personal_data = null, name = null, company_name = null, phone = null, cells = null
            where id = any(array(
                select r.id from bulk_filing f join bulk_row r on r.filing_id = f.id
                where f.account_id = :accountId
                  and (r.content is not null or r.personal_data is not null or r.name is not null
                      or r.company_name is not null or r.phone is not null or r.cells is not null)
                order by r.id limit :limit for update of r))
            """;

    /** The lock keeps the draft from being submitted meanwhile. */
    private static final String EARLIER = """
            select r.id from bulk_row r
            join qualification q on q.id = r.qualification_id
            where q.account_id = :accountId and q.name_key = :nameKey and q.deleted_at is null
              and q.status = 'DRAFT' and q.version = r.qualification_version
              and r.state <> 'SUBMITTED' and r.filing_id < :filing
            order by r.filing_id desc limit 1 for update
            """;

    private static final String SUBMITTED_EARLIER = """
            select q.id as qualification, q.status in ('IN_REVIEW', 'APPROVED') as underway, v.work_order,
                r.filing_id as filing, r.number
            from qualification q
            join revision v on v.id = q.current_revision
            join bulk_row r on r.qualification_id = q.id
            where q.account_id = :accountId and q.name_key = :nameKey and q.deleted_at is null
              and q.name = :name and q.purpose = :purpose and q.owner_type = :ownerType
              and q.credit_code is not distinct from cast(:creditCode as text)
              and q.status <> 'DRAFT' and v.work_order is not null
              and r.state <> 'SKIPPED' and r.filing_id < :filing
            order by r.filing_id desc limit 1
            """;

    private static final String COUNT_ALL =
            "select filing_id, state, count(*) as rows from bulk_row where filing_id = any(cast(:filings as bigint[]))"
                    + " group by filing_id, state";

    private static final String COUNT = "select state, count(*) from bulk_row where filing_id = :filing group by state";

    /** Claims a due row; its state says which step is next. */
    public Uni<Optional<BulkRow>> claim(Duration lease) {
        return new NativeQuery(CLAIM)
                .with("lease", (double) lease.toSeconds())
                .first(Long.class)
                .chain(id -> id.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : findById(id.get()).map(Optional::of));
    }

    /** Claims due rows of one sheet that wait for a phone verification. They are due again after {@code pause}. */
    public Uni<List<BulkRow>> claimAwaiting(Duration pause, int limit) {
        return new NativeQuery(CLAIM_AWAITING)
                .with("pause", (double) pause.toSeconds())
                .with("limit", limit)
                .list(Long.class)
                .chain(ids -> ids.isEmpty() ? Uni.createFrom().item(List.of()) : list("id in ?1 order by number", ids));
    }

    /** Locks a row until the transaction ends. */
    public Uni<BulkRow> lock(long id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Returns a row; fails with 404 if the filing has no such row. */
    public Uni<BulkRow> require(long filingId, int number) {
        return find("filingId = ?1 and number = ?2", filingId, number)
                .firstResult()
                .onItem()
                .ifNull()
                .failWith(() -> Problems.notFound("BULK_ROW_NOT_FOUND", "The bulk filing has no such row."));
    }

    /**
     * Lists rows numbered above {@code after}, in order. Returns one more than {@code limit} if there are further rows.
     */
    public Uni<List<BulkRow>> list(long filingId, @Nullable RowState state, long after, int limit) {
        int number = (int) Math.min(after, Integer.MAX_VALUE);
        String query = "filingId = ?1 and number > ?2";
        return (state == null
                        ? find(query + " order by number", filingId, number)
                        : find(query + " and state = ?3 order by number", filingId, number, state))
                .range(0, limit)
                .list();
    }

    public Uni<Map<RowState, Long>> count(long filingId) {
        return new NativeQuery(COUNT)
                .with("filing", filingId)
                .list(Object[].class)
                .map(rows -> {
                    Map<RowState, Long> counts = new EnumMap<>(RowState.class);
                    rows.forEach(row -> counts.put(RowState.valueOf(row[0].toString()), ((Number) row[1]).longValue()));
                    return counts;
                });
    }

    /** Counts the rows of several filings by state. */
    public Uni<Map<Long, Map<RowState, Long>>> countAll(List<Long> filingIds) {
        return new NativeQuery(COUNT_ALL)
                .with("filings", filingIds.toArray(Long[]::new))
                .rows()
                .map(rows -> {
                    Map<Long, Map<RowState, Long>> counts = new HashMap<>();
                    rows.forEach(row -> counts.computeIfAbsent(
                                    row.number("filing_id"), filing -> new EnumMap<>(RowState.class))
                            .put(RowState.valueOf(row.text("state")), row.number("rows")));
                    return counts;
                });
    }

    /** Cancels all open rows of the filing and erases their forms. */
    public Uni<Integer> cancelOpen(long filingId, Instant now) {
        return update(
                "state = ?1, content = null, personalData = null, nextAt = ?4 where filingId = ?2 and state in ?3",
                RowState.CANCELLED,
                filingId,
                RowState.allOpen(),
                now.plus(BulkRow.KEPT));
    }

    /** Returns all rows of a filing, in order; at most as many as a sheet may have. */
    public Uni<List<BulkRow>> all(long filingId) {
        return list("filingId = ?1 order by number", filingId);
    }

    /** Erases cells whose time is over; returns the number of rows. */
    public Uni<Integer> eraseCells(int limit) {
        return new NativeQuery(ERASE).with("limit", limit).execute();
    }

    @Override
    public String kind() {
        return "bulk-rows";
    }

    /** Cancels open rows and erases what the sheets contained. */
    @Override
    public Uni<Integer> erase(String accountId, int limit) {
        return new NativeQuery(ERASE_ACCOUNT)
                .with("accountId", accountId)
                .with("limit", limit)
                .execute();
    }

    /**
     * Locks the row of an earlier filing that wrote the draft with that name last. Empty if there is no such draft, or if
     * somebody has edited it since.
     */
    public Uni<Optional<BulkRow>> lockEarlier(BulkRow row, String accountId, String name) {
        return new NativeQuery(EARLIER)
                .with("filing", row.filingId())
                .with("accountId", accountId)
                .with("nameKey", new WrittenName(name).skeleton())
                .first(Long.class)
                .chain(id -> id.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : lock(id.get()).map(Optional::of));
    }

    /**
     * Returns the submission of a qualification that an earlier filing drafted and that is the same as the form's: name,
     * purpose, owner type and credit code are equal. Empty if there is none.
     */
    public Uni<Optional<EarlierSubmission>> submittedEarlier(BulkRow row, String accountId, QualificationForm form) {
        return new NativeQuery(SUBMITTED_EARLIER)
                .with("filing", row.filingId())
                .with("accountId", accountId)
                .with("nameKey", new WrittenName(form.name()).skeleton())
                .with("name", form.name())
                .with("purpose", form.purpose().name())
                .with("ownerType", form.ownerType().name())
                .with("creditCode", form.creditCode().orElse(null))
                .first()
                .map(found -> found.map(submission -> new EarlierSubmission(
                        submission.number("qualification"),
                        submission.number("work_order"),
                        submission.flag("underway"),
                        submission.number("filing"),
                        submission.number("number"))));
    }

    /** Lets rows continue whose letters were approved meanwhile; returns the number of rows. */
    public Uni<Integer> continueWithLetters(int limit) {
        return new NativeQuery(LETTER_APPROVED).with("limit", limit).execute();
    }

    /** Ends rows whose letters were reviewed or withdrawn, but not approved; returns the number of rows. */
    public Uni<Integer> failWithoutLetters(JsonObject findings, int limit) {
        return new NativeQuery(LETTER_NOT_APPROVED)
                .with("findings", findings.encode())
                .with("kept", (double) BulkRow.KEPT.toSeconds())
                .with("limit", limit)
                .execute();
    }
}
