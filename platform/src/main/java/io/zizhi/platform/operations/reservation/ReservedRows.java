package io.zizhi.platform.operations.reservation;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.platform.database.Row;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A table whose rows may be reserved for a submission. A service that reserves something produces a bean of this type.
 * The table has the columns {@code qualification_id} and {@code revision} (the attempt), {@code reserved_until} (the end
 * of the term; null once confirmed), {@code asked_at} and {@code outcome_unknown}. All methods need a session.
 *
 * @param table name of the table
 * @param release statement without conditions that frees rows, such as {@code delete from pin}
 */
public record ReservedRows(String table, String release) {

    /** Rows examined per round. */
    static final int BATCH = OutcomesRequest.MOST;

    /**
     * Claims lapsed rows. The pause until the next question is as long as the row has been lapsed, from a minute to an
     * hour. A renewed reservation starts a new term, and with it short pauses. An answer that never arrives leaves the
     * outcome unknown.
     */
    private static final String CLAIM = """
            update TABLE set asked_at = statement_timestamp(), outcome_unknown = true
            where ctid = any(array(
                select ctid from TABLE
                where reserved_until <= statement_timestamp()
                    and (asked_at is null or statement_timestamp() >= asked_at
                        + least(greatest(asked_at - reserved_until, interval '1 minute'), interval '1 hour'))
                order by reserved_until limit :limit for update skip locked))
            returning qualification_id, revision, asked_at
            """;

    /** Excludes rows that were reserved again after the question. */
    private static final String LAPSED = """
             where qualification_id = :subjectId and revision = :revision
                and reserved_until <= cast(:askedAt as timestamptz)
            """;

    /** The event of the submission has confirmed other rows, so it will not confirm this one. */
    private static final String OTHERS_CONFIRMED = """
             and exists (
                select 1 from TABLE confirmed
                where confirmed.qualification_id = :subjectId and confirmed.revision = :revision
                    and confirmed.reserved_until is null)
            """;

    Uni<List<Lapsed>> claim() {
        return new NativeQuery(of(CLAIM))
                .with("limit", BATCH)
                .rows()
                .map(rows -> rows.stream().map(Lapsed::from).distinct().toList());
    }

    /** Applies an answer to the rows of the attempt. */
    public Uni<Void> apply(Lapsed lapsed, AttemptOutcome outcome) {
        return switch (outcome) {
            case NOT_SUBMITTED -> run(release + LAPSED, lapsed);
            case SUBMITTED ->
                run(release + LAPSED + of(OTHERS_CONFIRMED), lapsed)
                        .chain(() -> run("update " + table + " set outcome_unknown = false" + LAPSED, lapsed));
            case UNKNOWN -> Uni.createFrom().voidItem();
        };
    }

    private String of(String statement) {
        return statement.replace("TABLE", table);
    }

    private static Uni<Void> run(String statement, Lapsed lapsed) {
        return new NativeQuery(statement)
                .with(Map.of(
                        "subjectId", lapsed.attempt().subjectId(),
                        "revision", lapsed.attempt().revision()))
                .with("askedAt", lapsed.askedAt())
                .execute()
                .replaceWithVoid();
    }

    /** Counts rows whose outcome was unknown at the last question. */
    Uni<Long> countUnknown() {
        return new NativeQuery("select count(*) from " + table
                        + " where reserved_until <= statement_timestamp() and outcome_unknown")
                .single(Long.class);
    }

    /** An attempt with lapsed rows, and when its outcome was asked for. */
    public record Lapsed(SubmissionAttempt attempt, Instant askedAt) {

        static Lapsed from(Row row) {
            return new Lapsed(
                    new SubmissionAttempt(row.number("qualification_id"), Math.toIntExact(row.number("revision"))),
                    row.instant("asked_at"));
        }
    }
}
