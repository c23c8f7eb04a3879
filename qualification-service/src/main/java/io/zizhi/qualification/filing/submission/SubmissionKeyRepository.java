package io.zizhi.qualification.filing.submission;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.qualification.model.revision.DrawnWorkOrder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stores the keys of submissions. Each key belongs to one account. */
@ApplicationScoped
class SubmissionKeyRepository {

    private static final String STORE = """
            insert into submission_key(account_id, key, qualification_id, revision_id, submitted_version, version,
                in_force_order, created_at)
            values (:accountId, :key, :qualificationId, :revisionId, :submittedVersion, :version,
                cast(:inForceOrder as bigint), clock_timestamp())
            on conflict do nothing
            returning nextval('work_order'), created_at
            """;

    private static final String FIND = """
            select qualification_id, revision_id, submitted_version, version, in_force_order from submission_key
            where account_id = :accountId and key = :key
            """;

    /**
     * Stores the key and draws the work order (工单) of its submission in one statement. Returns empty if the key is
     * taken. A concurrent second call waits until the first transaction ends.
     */
    Uni<Optional<DrawnWorkOrder>> store(String accountId, IdempotencyKey key, EarlierSubmission submission) {
        return new NativeQuery(STORE)
                .with("accountId", accountId)
                .with("key", key.value())
                .with("qualificationId", submission.qualificationId())
                .with("revisionId", submission.revisionId())
                .with("submittedVersion", submission.submittedVersion())
                .with("version", submission.version())
                .with("inForceOrder", submission.inForceOrder())
                .first(Tuple.class)
                .map(found -> found.map(DrawnWorkOrder::from));
    }

    Uni<Optional<EarlierSubmission>> find(String accountId, IdempotencyKey key) {
        return new NativeQuery(FIND)
                .with("accountId", accountId)
                .with("key", key.value())
                .first(Object[].class)
                .map(found -> found.map(SubmissionKeyRepository::read));
    }

    private static EarlierSubmission read(Object[] row) {
        return new EarlierSubmission(
                number(row[0]), number(row[1]), number(row[2]), number(row[3]), row[4] == null ? null : number(row[4]));
    }

    private static long number(@Nullable Object column) {
        if (column instanceof Number number) {
            return number.longValue();
        }
        throw new IllegalStateException("A submission key has no result");
    }
}
