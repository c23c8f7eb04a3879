package io.zizhi.qualification.filing.submission;

import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.ReviewSubject;
import io.zizhi.platform.database.FollowingQuery;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.qualification.model.revision.DrawnWorkOrder;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stores the keys of submissions. Each account has its own keys for qualifications and for letters. */
@ApplicationScoped
public class SubmissionKeyRepository {

    /** The update changes nothing; it waits for a concurrent claim and returns the row. */
    private static final String CLAIM = """
            insert into submission_key(account_id, subject, key, subject_id, submitted_version)
            values ($1, $2, $3, $4, $5)
            on conflict (account_id, subject, key) do update set key = excluded.key
            returning subject_id, submitted_version, work_order, in_force_order
            """;

    private static final String DRAW = """
            update submission_key set work_order = nextval('work_order'), submitted_at = clock_timestamp(),
                in_force_order = (
                    select in_force.work_order
                    from qualification join revision in_force on in_force.id = in_force_revision
                    where submission_key.subject = 'QUALIFICATION' and qualification.id = submission_key.subject_id)
            where account_id = $1 and subject = $2 and key = $3
            returning work_order, submitted_at
            """;

    /**
     * Claims the key for the current transaction, which must then either draw the work order or fail. If the same
     * request was accepted before, returns its submission. A concurrent second call waits until the first transaction
     * ends.
     *
     * <p>Fails with 422 if the key was used for another id or version, so that a later submission is never mistaken for
     * a repeated one.
     */
    public Uni<Optional<EarlierSubmission>> claim(ReviewSubject subject, SubmissionRequest request) {
        return FollowingQuery.row(
                        CLAIM,
                        request.accountId(),
                        subject.name(),
                        request.key().value(),
                        request.id(),
                        request.version())
                .map(row -> earlier(row, request));
    }

    private static Optional<EarlierSubmission> earlier(@Nullable Object[] claimed, SubmissionRequest request) {
        if (!Objects.equals(claimed[0], request.id()) || !Objects.equals(claimed[1], request.version())) {
            throw Problems.unprocessable(
                    "IDEMPOTENCY_KEY_REUSED",
                    "This Idempotency-Key was used for another submission. Use a new key for every submission.",
                    List.of());
        }
        return Optional.ofNullable((Long) claimed[2])
                .map(workOrder -> new EarlierSubmission(workOrder, request.version() + 1, (Long) claimed[3]));
    }

    /**
     * Draws the work order (工单) of the submission whose key the current transaction has claimed. Records the work order
     * of the qualification's revision in force. May follow the lock on the qualification without waiting, see {@link
     * FollowingQuery}; a submission that is then refused leaves a gap in the numbers.
     */
    public Uni<DrawnWorkOrder> draw(ReviewSubject subject, SubmissionRequest request) {
        return FollowingQuery.row(
                        DRAW, request.accountId(), subject.name(), request.key().value())
                .map(row -> new DrawnWorkOrder((Long) row[0], ((OffsetDateTime) row[1]).toInstant()));
    }
}
