package io.zizhi.platform.privacy.encryption.jobs;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.privacy.encryption.AccountKeys;
import io.zizhi.platform.privacy.encryption.ServiceKeys;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Replaces the service key by one under the newest version of the master key: creates it, waits until all replicas know
 * it, encrypts the keys of all accounts with it, and removes the earlier ones. Then earlier versions of the master key
 * are no longer needed.
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

    ReplaceMasterKey(ServiceKeys serviceKeys, AccountKeys accountKeys) {
        this.serviceKeys = serviceKeys;
        this.accountKeys = accountKeys;
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
                        .map(wrapped -> Optional.of(
                                wrapped == 0 ? Batch.next(REMOVE) : new Batch(WRAP, "-", wrapped, wrapped, 0)));
            case REST -> Uni.createFrom().item(job.after(serviceKeys.knownEverywhereAfter(), WRAP));
            default -> serviceKeys.removeUnused().map(removed -> Optional.of(Batch.next(removed ? DONE : REST)));
        };
    }
}
