package io.zizhi.qualification.filing.submission;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.platform.operations.reservation.AttemptOutcome;
import io.zizhi.platform.operations.reservation.SubmissionAttempt;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Decides whether an attempt to submit succeeded or failed, for the services that reserved something for it. An attempt
 * that has not succeeded yet fails by this decision: the counter {@code abandoned_attempts} rises, and acceptance refuses
 * every attempt that began before. The update and the acceptance lock the same row, so only one of them wins.
 */
@ApplicationScoped
public class SettleAttempt {

    private static final String ABANDON = """
            update %s set abandoned_attempts = abandoned_attempts + 1
            where id = :subjectId and submissions = :revision - 1
            """;

    private static final String ABANDON_QUALIFICATION = ABANDON.formatted("qualification");
    private static final String ABANDON_LETTER = ABANDON.formatted("authorization_letter");

    /** A row of an import that has ended is never imported later. Its documents were pinned for its own number. */
    private static final String READ = """
            select case
                when exists (select 1 from qualification where id = :subjectId and submissions >= :revision)
                    or exists (select 1 from authorization_letter where id = :subjectId and submissions >= :revision)
                    then 'SUBMITTED'
                when exists (
                    select 1 from import_row
                    where qualification_id = :subjectId and state in ('INVALID', 'FAILED', 'CANCELLED'))
                    then 'NOT_SUBMITTED'
                else 'UNKNOWN' end
            """;

    /** Returns the outcome; unknown if this database lacks the subject or an earlier submission of it. */
    @WithTransaction
    public Uni<AttemptOutcome> settle(SubmissionAttempt attempt) {
        return of(ABANDON_QUALIFICATION, attempt)
                .execute()
                .chain(abandoned -> abandoned > 0
                        ? Uni.createFrom().item(abandoned)
                        : of(ABANDON_LETTER, attempt).execute())
                .chain(abandoned -> abandoned > 0
                        ? Uni.createFrom().item(AttemptOutcome.NOT_SUBMITTED)
                        : of(READ, attempt).single(String.class).map(AttemptOutcome::valueOf));
    }

    private static NativeQuery of(String statement, SubmissionAttempt attempt) {
        return new NativeQuery(statement).with("subjectId", attempt.subjectId()).with("revision", attempt.revision());
    }
}
