package io.zizhi.platform.privacy.encryption.jobs;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.privacy.encryption.AccountKeys;
import io.zizhi.platform.privacy.encryption.IndexKeys;
import io.zizhi.platform.privacy.encryption.ServiceKeys;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Replaces the service key by one under the newest version of the master key: creates it, waits until all replicas know
 * it, encrypts the keys of all accounts and of blind indexes with it, and removes the earlier ones. Then earlier versions
 * of the master key are no longer needed. Damaged keys of accounts are set aside, and their service key stays.
 */
@ApplicationScoped
class ReplaceMasterKey implements KeyWork {

    private static final int BATCH = 100;
    private static final String CREATE = "CREATE";
    private static final String SPREAD = "SPREAD";
    private static final String WRAP = "WRAP";
    private static final String REMOVE = "REMOVE";
    private static final String REST = "REST";

    private final ServiceKeys serviceKeys;
    private final AccountKeys accountKeys;
    private final IndexKeys indexKeys;

    ReplaceMasterKey(ServiceKeys serviceKeys, AccountKeys accountKeys, IndexKeys indexKeys) {
        this.serviceKeys = serviceKeys;
        this.accountKeys = accountKeys;
        this.indexKeys = indexKeys;
    }

    @Override
    public KeyJobKind kind() {
        return KeyJobKind.MASTER_KEY;
    }

    /** Creates the key, which may need another system. The position is its number, so that a repetition creates no more. */
    @Override
    public Uni<Optional<Batch>> outside(KeyJob job) {
        return job.step().equals(CREATE)
                ? serviceKeys
                        .create(Integer.parseInt(job.position()))
                        .chain(serviceKeys::refresh)
                        .replaceWith(Optional.of(Batch.next(SPREAD)))
                : Uni.createFrom().item(Optional.empty());
    }

    @Override
    public Uni<Optional<Batch>> inside(KeyJob job) {
        return switch (job.step()) {
            case "" ->
                serviceKeys
                        .newestStored()
                        .map(newest -> Optional.of(new Batch(CREATE, Integer.toString(newest + 1), 0, 0, 0)));
            case SPREAD -> Uni.createFrom().item(job.after(serviceKeys.knownEverywhereAfter(), WRAP));
            case WRAP ->
                serviceKeys
                        .requireNewest()
                        .chain(() -> accountKeys.wrapAgain(BATCH))
                        .chain(this::afterWrapping);
            case REST -> Uni.createFrom().item(job.after(serviceKeys.knownEverywhereAfter(), WRAP));
            default -> serviceKeys.removeUnused().map(removed -> Optional.of(Batch.next(removed ? DONE : REST)));
        };
    }

    /** Also encrypts the few index keys when the keys of all accounts are done. */
    private Uni<Optional<Batch>> afterWrapping(AccountKeys.Rewrapped accounts) {
        int processed = accounts.wrapped() + accounts.damaged();
        return processed == 0
                ? indexKeys.wrapAgain().map(wrapped -> Optional.of(new Batch(REMOVE, "", wrapped, wrapped, 0)))
                : Uni.createFrom()
                        .item(Optional.of(new Batch(WRAP, "-", processed, accounts.wrapped(), accounts.damaged())));
    }
}
