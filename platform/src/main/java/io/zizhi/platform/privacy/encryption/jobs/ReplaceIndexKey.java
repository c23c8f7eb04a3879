package io.zizhi.platform.privacy.encryption.jobs;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.problem.ProblemException;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.privacy.encryption.IndexKeys;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Replaces the key of blind indexes: adds a key, stores its hashes when all replicas search with it, computes all stored
 * hashes again, and ends the use of the earlier key. Meanwhile every search finds the hashes of both keys.
 *
 * <p>A replica may use keys that it read before a step until they are too old. So each wait includes the reserve.
 *
 * <p>If hashes are left that it could not compute, it keeps the earlier key. Started again, it goes on with them.
 */
@ApplicationScoped
class ReplaceIndexKey implements KeyWork {

    private static final String SPREAD = "SPREAD";
    private static final String USE = "USE";
    private static final String SPREAD_USE = "SPREAD_USE";
    private static final String WALK = "WALK";
    private static final String REST = "REST";
    private static final String DROP = "DROP";
    private static final String SEPARATOR = ":";
    private static final int BATCH = 100;

    private final IndexKeys keys;
    private final HashedRows rows;
    private final EncryptAgain encryptAgain;
    private final List<EncryptedTable> tables;
    private final Duration life;

    ReplaceIndexKey(
            IndexKeys keys,
            HashedRows rows,
            EncryptAgain encryptAgain,
            @All List<EncryptedTable> tables,
            @All List<HashLife> lives) {
        this.keys = keys;
        this.rows = rows;
        this.encryptAgain = encryptAgain;
        this.tables = tables.stream()
                .filter(table -> table.hashes() != null)
                .sorted(Comparator.comparing(EncryptedTable::table))
                .toList();
        this.life = lives.stream()
                .map(HashLife::life)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    @Override
    public KeyJobKind kind() {
        return KeyJobKind.INDEX_KEY;
    }

    @Override
    public Uni<Void> requireStartable() {
        return Multi.createFrom()
                .iterable(tables)
                .filter(table ->
                        table.hashes() != null && !table.hashes().needed().equals("false"))
                .onItem()
                .transformToUniAndConcatenate(table -> rows.withoutValue(table).invoke(count -> {
                    if (count > 0) {
                        throw withoutValue(count, table.table());
                    }
                }))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static ProblemException withoutValue(long count, String table) {
        return Problems.conflict(
                "HASHES_WITHOUT_VALUES",
                (count < HashedRows.COUNTED ? count : count + " or more") + " row(s) of " + table
                        + " have keyed hashes, but not the encrypted values to compute them again."
                        + " Verify these accounts again with name and id number.");
    }

    /**
     * Waits in each step while a replica of an earlier release is connected: it would store hashes of the retired key,
     * which nobody would find later.
     */
    @Override
    public Uni<Optional<Batch>> inside(KeyJob job) {
        return keys.requireKnownEverywhere().chain(() -> next(job));
    }

    private Uni<Optional<Batch>> next(KeyJob job) {
        return switch (job.step()) {
            case "" -> keys.add().map(added -> Optional.of(Batch.next(added ? SPREAD : SPREAD_USE)));
            case SPREAD ->
                Uni.createFrom()
                        .item(job.after(encryptAgain.knownEverywhereAfter().plus(keys.reserve()), USE));
            case USE -> keys.use().replaceWith(Optional.of(Batch.next(SPREAD_USE)));
            case SPREAD_USE, REST ->
                Uni.createFrom()
                        .item(job.after(encryptAgain.usedEverywhereAfter().plus(keys.reserve()), WALK));
            case DROP -> keys.retire(life).replaceWith(Optional.of(Batch.next(DONE)));
            default -> walk(job);
        };
    }

    /** The position is the number of the table and the position within it. */
    private Uni<Optional<Batch>> walk(KeyJob job) {
        String[] position = job.position().isEmpty()
                ? new String[] {"0", ""}
                : job.position().split(SEPARATOR, 2);
        int number = Integer.parseInt(position[0]);
        if (number == tables.size()) {
            return Uni.createFrom().item(Optional.of(Batch.next(afterWalk(job))));
        }
        return rows.hashAgain(tables.get(number), position[1], BATCH)
                .map(walked -> Optional.of(new Batch(
                        WALK,
                        walked.position().isEmpty() ? (number + 1) + SEPARATOR : number + SEPARATOR + walked.position(),
                        walked.processed(),
                        walked.changed(),
                        walked.unreadable())));
    }

    private static String afterWalk(KeyJob job) {
        if (job.changedInStep() > 0) {
            return REST;
        }
        return job.unreadableInStep() > 0 ? DONE : DROP;
    }
}
