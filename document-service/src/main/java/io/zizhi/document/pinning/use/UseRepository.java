package io.zizhi.document.pinning.use;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.platform.database.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The table of uses. A subject is a qualification or a letter; both have ids from one sequence. */
@ApplicationScoped
public class UseRepository {

    /**
     * The decision about a letter may arrive before the submission of its qualification, because they are events of
     * different aggregates. So a submission never changes an existing state.
     */
    private static final String SUBMITTED = """
            insert into document_use (subject_id, revision, work_order, state, since)
            values (:subjectId, :revision, :workOrder, :state, cast(:since as timestamptz))
            on conflict (subject_id, revision) do nothing
            """;

    /**
     * Finds the revision by its work order. If its submission is unknown, the newest pinned revision without a state is
     * meant: a subject has at most one revision in review.
     */
    private static final String MOVE = """
            insert into document_use (subject_id, revision, work_order, state, since)
            select cast(:subjectId as bigint), moved.revision, cast(:workOrder as bigint), cast(:state as text),
                cast(:since as timestamptz)
            from (
                select coalesce(
                    (select u.revision from document_use u
                        where u.subject_id = :subjectId and u.work_order = :workOrder),
                    (select p.revision from pin p
                        where p.qualification_id = :subjectId and not exists (
                            select from document_use u
                            where u.subject_id = :subjectId and u.revision = p.revision and u.work_order is not null)
                        order by p.reserved_until is null desc, p.revision desc limit 1)) as revision) as moved
            where moved.revision is not null
            on conflict (subject_id, revision) do update
            set state = excluded.state, since = excluded.since, work_order = excluded.work_order
            returning revision
            """;

    /**
     * An older revision that seems to be in review was decided too: a subject has at most one in review. A replica of the
     * release before, which stores no states, consumed its decision during the upgrade.
     */
    private static final String SUPERSEDE = """
            update document_use set state = 'SUPERSEDED', since = cast(:since as timestamptz)
            where subject_id = :subjectId and revision < :revision and state in ('IN_REVIEW', 'IN_FORCE', 'EXPIRED')
            """;

    /** Revisions that were decided before this service stored states. */
    private static final String SUPERSEDE_UNKNOWN = """
            insert into document_use (subject_id, revision, state, since)
            select distinct cast(:subjectId as bigint), p.revision, 'SUPERSEDED', cast(:since as timestamptz) from pin p
            where p.qualification_id = :subjectId and p.revision < :revision and p.reserved_until is null
            on conflict (subject_id, revision) do nothing
            """;

    private static final String EXPIRE = """
            update document_use set state = 'EXPIRED', since = cast(:since as timestamptz)
            where subject_id = :subjectId and work_order = :workOrder and state = 'IN_FORCE'
            """;

    private static final String END = """
            update document_use set state = 'ENDED', since = cast(:since as timestamptz)
            where subject_id = :subjectId and state in ('IN_FORCE', 'EXPIRED')
            """;

    /** Revisions that were decided before this service stored states. They may have been in force. */
    private static final String END_UNKNOWN = """
            insert into document_use (subject_id, revision, state, since)
            select distinct cast(:subjectId as bigint), p.revision, 'ENDED', cast(:since as timestamptz) from pin p
            where p.qualification_id = :subjectId and p.reserved_until is null
            on conflict (subject_id, revision) do nothing
            """;

    private static final String FORGET = """
            delete from document_use
            where subject_id = :subjectId and state in ('IN_REVIEW', 'REJECTED', 'SUPPLEMENT_REQUIRED', 'WITHDRAWN')
            """;

    private static final String OUTDATED = """
            select subject_id, revision from document_use
            where state = :state and since < clock_timestamp() - make_interval(secs => :seconds)
            order by since limit :limit
            """;

    private static final String DELETE_OUTDATED = """
            delete from document_use
            where subject_id = :subjectId and revision = :revision and state = :state
                and since < clock_timestamp() - make_interval(secs => :seconds)
            """;

    /** Records a submission, unless its decision has arrived already. */
    public Uni<Void> submitted(Submission submission) {
        return of(SUBMITTED, submission.subjectId(), submission.at())
                .with("revision", submission.revision())
                .with("workOrder", submission.workOrder())
                .with("state", submission.state().name())
                .execute()
                .replaceWithVoid();
    }

    /** Moves the revision in review. Does nothing if it uses no documents. */
    public Uni<Void> decided(long subjectId, long workOrder, UseState state, Instant since) {
        return move(subjectId, workOrder, state, since).replaceWithVoid();
    }

    /** Puts the revision in review into force. The revision that was in force before is superseded. */
    public Uni<Void> approved(long subjectId, long workOrder, Instant since) {
        return move(subjectId, workOrder, UseState.IN_FORCE, since)
                .chain(moved ->
                        moved.isEmpty() ? Uni.createFrom().voidItem() : supersede(subjectId, moved.getFirst(), since));
    }

    private static Uni<List<Integer>> move(long subjectId, long workOrder, UseState state, Instant since) {
        return of(MOVE, subjectId, since)
                .with("workOrder", workOrder)
                .with("state", state.name())
                .list(Integer.class);
    }

    private static Uni<Void> supersede(long subjectId, int revision, Instant since) {
        return of(SUPERSEDE, subjectId, since)
                .with("revision", revision)
                .execute()
                .chain(() -> of(SUPERSEDE_UNKNOWN, subjectId, since)
                        .with("revision", revision)
                        .execute())
                .replaceWithVoid();
    }

    /** Records that evidence of the revision in force has expired. */
    public Uni<Void> expired(long subjectId, long workOrder, Instant since) {
        return of(EXPIRE, subjectId, since)
                .with("workOrder", workOrder)
                .execute()
                .replaceWithVoid();
    }

    /**
     * Ends the uses of a deleted subject. Those that were never in force are over at once; those of unknown state are
     * retained as if they had been.
     */
    public Uni<Void> deleted(long subjectId, Instant since) {
        return of(END, subjectId, since)
                .execute()
                .chain(() -> of(END_UNKNOWN, subjectId, since).execute())
                .chain(() ->
                        new NativeQuery(FORGET).with("subjectId", subjectId).execute())
                .replaceWithVoid();
    }

    /** Returns uses that have been in the state for longer than {@code retention}, the oldest first. */
    public Uni<List<Use>> outdated(UseState state, Duration retention, int limit) {
        return new NativeQuery(OUTDATED)
                .with("state", state.name())
                .with("seconds", retention.toSeconds())
                .with("limit", limit)
                .rows()
                .map(rows -> rows.stream().map(Use::from).toList());
    }

    /** Deletes the use if it is outdated still. Returns whether it was. */
    public Uni<Boolean> deleteOutdated(Use use, UseState state, Duration retention) {
        return new NativeQuery(DELETE_OUTDATED)
                .with("subjectId", use.subjectId())
                .with("revision", use.revision())
                .with("state", state.name())
                .with("seconds", retention.toSeconds())
                .execute()
                .map(deleted -> deleted > 0);
    }

    private static NativeQuery of(String statement, long subjectId, Instant since) {
        return new NativeQuery(statement).with("subjectId", subjectId).with("since", since);
    }

    /** A revision of a qualification or letter. */
    public record Use(long subjectId, int revision) {

        static Use from(Row row) {
            return new Use(row.number("subject_id"), Math.toIntExact(row.number("revision")));
        }
    }
}
