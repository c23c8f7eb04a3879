package io.zizhi.platform.privacy.encryption.jobs;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.privacy.ErasureConfig;
import io.zizhi.platform.privacy.encryption.AccountKeys;
import io.zizhi.platform.privacy.encryption.ServiceKeys;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Encrypts all rows, then all objects, with the newest keys of their accounts. Repeats that until nothing is left,
 * because replicas may have written with an earlier key meanwhile.
 */
@ApplicationScoped
class EncryptAgain {

    static final String WALK = "WALK";
    private static final String REST = "REST";

    /** Begins the position of a walk among the objects; otherwise it begins with the number of a table. */
    private static final String OBJECTS = "objects";

    private static final String SEPARATOR = ":";
    private static final int BATCH = 100;

    private final List<EncryptedTable> tables;
    private final List<EncryptedObjects> objects;
    private final EncryptedRows rows;
    private final ServiceKeys serviceKeys;
    private final AccountKeys accountKeys;
    private final Duration longestRequest;

    EncryptAgain(
            @All List<EncryptedTable> tables,
            @All List<EncryptedObjects> objects,
            EncryptedRows rows,
            ServiceKeys serviceKeys,
            AccountKeys accountKeys,
            ErasureConfig erasure) {
        this.tables = tables.stream()
                .sorted(Comparator.comparing(EncryptedTable::table))
                .toList();
        this.objects = objects;
        this.rows = rows;
        this.serviceKeys = serviceKeys;
        this.accountKeys = accountKeys;
        this.longestRequest = erasure.settle();
    }

    /** Returns after what time requests that begin use changed keys, on all replicas. */
    Duration knownEverywhereAfter() {
        return serviceKeys.knownEverywhereAfter().plus(accountKeys.cacheLife());
    }

    /**
     * Returns after what time no request uses the keys from before a change. A request may begin just before its
     * replica learns of the change, and store its rows only at its end.
     */
    Duration usedEverywhereAfter() {
        return knownEverywhereAfter().plus(longestRequest);
    }

    /** Encrypts the next objects; empty in other steps. */
    Uni<Optional<Batch>> outside(KeyJob job, String then) {
        if (!job.step().equals(WALK) || !job.position().startsWith(OBJECTS)) {
            return Uni.createFrom().item(Optional.empty());
        }
        return objects.getFirst()
                .encryptAgain(after(job.position()), job.accountId())
                .map(walked -> Optional.of(
                        walked.position().isEmpty()
                                ? end(job, walked.processed(), walked.changed(), walked.unreadable(), then)
                                : new Batch(
                                        WALK,
                                        OBJECTS + SEPARATOR + walked.position(),
                                        walked.processed(),
                                        walked.changed(),
                                        walked.unreadable())));
    }

    /**
     * Encrypts the next rows, in the current transaction.
     *
     * @param then the step after the last walk
     */
    Uni<Optional<Batch>> inside(KeyJob job, String then) {
        if (job.step().equals(REST)) {
            return Uni.createFrom().item(job.after(usedEverywhereAfter(), WALK));
        }
        int number = job.position().isEmpty() ? 0 : Integer.parseInt(before(job.position()));
        if (number == tables.size()) {
            return Uni.createFrom()
                    .item(Optional.of(
                            objects.isEmpty()
                                    ? end(job, 0, 0, 0, then)
                                    : new Batch(WALK, OBJECTS + SEPARATOR, 0, 0, 0)));
        }
        String from = job.position().isEmpty() ? "" : after(job.position());
        return rows.encryptAgain(tables.get(number), from, job.accountId(), BATCH)
                .map(walked -> Optional.of(new Batch(
                        WALK,
                        walked.position().isEmpty() ? (number + 1) + SEPARATOR : number + SEPARATOR + walked.position(),
                        walked.processed(),
                        walked.changed(),
                        walked.unreadable())));
    }

    private static Batch end(KeyJob job, int processed, int changed, int unreadable, String then) {
        return new Batch(job.changedInStep() + changed == 0 ? then : REST, "", processed, changed, unreadable);
    }

    private static String before(String position) {
        return position.substring(0, position.indexOf(SEPARATOR));
    }

    private static String after(String position) {
        return position.substring(position.indexOf(SEPARATOR) + 1);
    }
}
