package io.zizhi.platform.privacy.encryption.jobs;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.platform.database.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Stores jobs. */
@ApplicationScoped
class KeyJobRepository {

    private static final String START = """
            insert into key_job(kind, account_id, started_by, reason)
            values (:kind, cast(:account as text), :startedBy, :reason)
            on conflict (state) where state = 'RUNNING' do nothing returning id
            """;

    /** Another replica takes over after half a minute without a claim, which is longer than a batch takes. */
    private static final String CLAIM = """
            update key_job set worker = :worker, worker_until = clock_timestamp() + interval '30 seconds'
            where id = (
                select id from key_job
                where state = 'RUNNING' and (worker is null or worker = :worker or worker_until < clock_timestamp())
                for update skip locked)
            returning id, kind, account_id, step, position, changed_in_step, unreadable_in_step,
                cast(extract(epoch from clock_timestamp() - step_since) * 1000 as bigint) as milliseconds
            """;

    /** Changes nothing if another replica has done the batch meanwhile. */
    private static final String ADVANCE = """
            update key_job set
                step_since = case when step = :next and cast(:position as text) <> '' then step_since
                    else clock_timestamp() end,
                changed_in_step = case when step = :next and cast(:position as text) <> ''
                    then changed_in_step + :changed else 0 end,
                unreadable_in_step = case when step = :next and cast(:position as text) <> ''
                    then unreadable_in_step + :unreadable else 0 end,
                step = :next, position = :position, failure = null,
                processed = processed + :processed, changed = changed + :changed, unreadable = unreadable + :unreadable,
                state = case when :done then 'FINISHED' else state end,
                finished_at = case when :done then clock_timestamp() end
            where id = :id and state = 'RUNNING' and step = :step and position = :before
            """;

    private static final String FAIL = """
            update key_job set failure = :failure, worker = case when worker <> :worker then worker end
            where id = :id and state = 'RUNNING'
            """;

    private static final String SELECT = """
            select id, kind, account_id, state, started_by, reason, started_at, finished_at, step, processed, changed,
                unreadable, failure
            from key_job
            """;

    /** Returns the started job; empty if one is running. */
    Uni<OptionalLong> start(KeyJobKind kind, @Nullable String accountId, String startedBy, String reason) {
        return new NativeQuery(START)
                .with("kind", kind.name())
                .with("account", accountId)
                .with("startedBy", startedBy)
                .with("reason", reason)
                .first()
                .map(row -> row.isPresent() ? OptionalLong.of(row.get().number("id")) : OptionalLong.empty());
    }

    /** Claims the running job for this replica. */
    Uni<Optional<KeyJob>> claim(String worker) {
        return new NativeQuery(CLAIM).with("worker", worker).first().map(row -> row.map(KeyJob::from));
    }

    /** Stores the result of a batch. Returns false if another replica has done it. */
    Uni<Boolean> advance(KeyJob job, Batch batch) {
        return new NativeQuery(ADVANCE)
                .with("next", batch.step())
                .with("position", batch.position())
                .with("processed", batch.processed())
                .with("changed", batch.changed())
                .with("unreadable", batch.unreadable())
                .with("done", batch.step().equals(KeyWork.DONE))
                .with("id", job.id())
                .with("step", job.step())
                .with("before", job.position())
                .execute()
                .map(rows -> rows == 1);
    }

    /** Also ends the claim, because the failure may concern this replica only. */
    Uni<Integer> recordFailure(long id, String worker, String failure) {
        return new NativeQuery(FAIL)
                .with("failure", failure)
                .with("id", id)
                .with("worker", worker)
                .execute();
    }

    Uni<Optional<Row>> latest() {
        return new NativeQuery(SELECT).then("order by id desc limit 1").first();
    }
}
