package io.zizhi.qualification.submission;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The keys of all submissions. A key belongs to its account. */
@ApplicationScoped
class SubmissionKeyRepository {

    private static final String CLAIM = """
            insert into submission_key(account_id, key, qualification_id, submitted_version, created_at)
            values (:accountId, :key, :qualificationId, :submittedVersion, :now)
            on conflict do nothing
            """;

    private static final String COMPLETE = """
            update submission_key
            set revision_id = :revisionId, version = :version, in_force_order = cast(:inForceOrder as bigint)
            where account_id = :accountId and key = :key
            """;

    private static final String FIND = """
            select qualification_id, revision_id, submitted_version, version, in_force_order from submission_key
            where account_id = :accountId and key = :key
            """;

    /**
     * False when the key is taken. Two claims at once queue up here: the later one waits until the transaction of the
     * earlier one ends.
     */
    Uni<Boolean> claim(Acceptance submission, Instant now) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(CLAIM)
                        .setParameter("accountId", submission.accountId())
                        .setParameter("key", submission.key().value())
                        .setParameter("qualificationId", submission.id())
                        .setParameter("submittedVersion", submission.version())
                        .setParameter("now", now.atOffset(ZoneOffset.UTC))
                        .executeUpdate())
                .map(inserted -> inserted == 1);
    }

    Uni<Void> complete(String accountId, IdempotencyKey key, EarlierSubmission submission) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(COMPLETE)
                        .setParameter("accountId", accountId)
                        .setParameter("key", key.value())
                        .setParameter("revisionId", submission.revisionId())
                        .setParameter("version", submission.version())
                        .setParameter("inForceOrder", submission.inForceOrder())
                        .executeUpdate())
                .replaceWithVoid();
    }

    Uni<Optional<EarlierSubmission>> find(String accountId, IdempotencyKey key) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(FIND, Object[].class)
                        .setParameter("accountId", accountId)
                        .setParameter("key", key.value())
                        .getResultList())
                .map(rows -> rows.stream().findFirst().map(SubmissionKeyRepository::read));
    }

    private static EarlierSubmission read(Object[] row) {
        return new EarlierSubmission(
                number(row[0]), number(row[1]), number(row[2]), number(row[3]), row[4] == null ? null : number(row[4]));
    }

    private static long number(@Nullable Object column) {
        if (column instanceof Number number) {
            return number.longValue();
        }
        throw new IllegalStateException("A submission key was claimed and never completed");
    }
}
