package io.zizhi.review.sla.reschedule;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.platform.database.Row;
import io.zizhi.platform.http.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Reads recomputations and records their progress. */
@ApplicationScoped
class RecomputationRepository {

    static final String RUNNING = "select from clock_recomputation where state = 'RUNNING'";

    private static final String TAKE = """
            select revision, passed from clock_recomputation where state = 'RUNNING'
            order by revision limit 1 for update skip locked
            """;

    private static final String RECORD = """
            update clock_recomputation
            set passed = :passed, examined = examined + :examined, changed = changed + :changed,
                state = case when cast(:more as boolean) then 'RUNNING' else 'DONE' end,
                finished_at = case when cast(:more as boolean) then null else clock_timestamp() end
            where revision = :revision
            """;

    private static final String SHOW =
            "select revision, state, examined, changed, started_at, finished_at from clock_recomputation";

    /**
     * Returns the oldest running recomputation that no other replica handles, locked until the end of the transaction.
     */
    Uni<Optional<Recomputation>> take() {
        return new NativeQuery(TAKE)
                .first()
                .map(found -> found.map(row -> new Recomputation(row.number("revision"), row.number("passed"))));
    }

    /**
     * Records the progress of a batch.
     *
     * @param more whether there may be reviews left
     */
    Uni<Void> record(Recomputation recomputation, long examined, long changed, boolean more) {
        return new NativeQuery(RECORD)
                .with("revision", recomputation.revision())
                .with("passed", recomputation.passed())
                .with("examined", examined)
                .with("changed", changed)
                .with("more", more)
                .execute()
                .replaceWithVoid();
    }

    /** Returns the recomputation of a revision; 404 if there is no such revision. */
    Uni<Row> require(long revision) {
        return new NativeQuery(SHOW)
                .where("revision = :revision", "revision", revision)
                .first()
                .map(found -> found.orElseThrow(
                        () -> Problems.notFound("RECOMPUTATION_NOT_FOUND", "There is no revision of this number.")));
    }
}
