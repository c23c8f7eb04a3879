package io.zizhi.qualification.filing.submission;

import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.ReviewSubject;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.platform.database.Row;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.qualification.model.revision.DrawnWorkOrder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stores the keys of submissions. Each account has its own keys for qualifications and for letters. */
@ApplicationScoped
public class SubmissionKeyRepository {

    /** The update changes nothing; it waits for a concurrent claim and returns the row. */
    private static final String CLAIM = """
            insert into submission_key(account_id, subject, key, subject_id, submitted_version)
            values (:accountId, :subject, :key, :id, :version)
            on conflict (account_id, subject, key) do update set key = excluded.key
            returning subject_id, submitted_version, work_order, in_force_order
            """;

    private static final String DRAW = """
            update submission_key set work_order = nextval('work_order'), submitted_at = clock_timestamp(),
                in_force_order = cast(:inForceOrder as bigint)
            where account_id = :accountId and subject = :subject and key = :key
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
        return query(CLAIM, subject, request)
                .with("id", request.id())
                .with("version", request.version())
                .first()
                .map(found -> earlier(found.orElseThrow(), request));
    }

    private static Optional<EarlierSubmission> earlier(Row claimed, SubmissionRequest request) {
        if (claimed.number("subject_id") != request.id() || claimed.number("submitted_version") != request.version()) {
            throw Problems.unprocessable(
                    "IDEMPOTENCY_KEY_REUSED",
                    "This Idempotency-Key was used for another submission. Use a new key for every submission.",
                    List.of());
        }
        return Optional.ofNullable(claimed.numberOrNull("work_order"))
                .map(workOrder -> new EarlierSubmission(
                        workOrder, request.version() + 1, claimed.numberOrNull("in_force_order")));
    }

    /**
     * Draws the work order (工单) of the submission whose key the current transaction has claimed.
     *
     * @param inForceOrder work order of the qualification's revision in force; null if there is none
     */
    public Uni<DrawnWorkOrder> draw(ReviewSubject subject, SubmissionRequest request, @Nullable Long inForceOrder) {
        return query(DRAW, subject, request)
                .with("inForceOrder", inForceOrder)
                .single(Tuple.class)
                .map(DrawnWorkOrder::from);
    }

    private static NativeQuery query(String statement, ReviewSubject subject, SubmissionRequest request) {
        return new NativeQuery(statement)
                .with("accountId", request.accountId())
                .with("subject", subject.name())
                .with("key", request.key().value());
    }
}
