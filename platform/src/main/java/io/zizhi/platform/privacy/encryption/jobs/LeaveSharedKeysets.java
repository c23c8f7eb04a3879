package io.zizhi.platform.privacy.encryption.jobs;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.privacy.encryption.ServiceKeys;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Ends the use of the keysets that all accounts shared: from now on replicas encrypt with the keys of accounts, and what
 * the shared keysets encrypted is encrypted again. Replicas of the release before can then read nothing new.
 */
@ApplicationScoped
class LeaveSharedKeysets implements KeyWork {

    private static final String SPREAD = "SPREAD";

    private final ServiceKeys serviceKeys;
    private final EncryptAgain encryptAgain;

    LeaveSharedKeysets(ServiceKeys serviceKeys, EncryptAgain encryptAgain) {
        this.serviceKeys = serviceKeys;
        this.encryptAgain = encryptAgain;
    }

    @Override
    public KeyJobKind kind() {
        return KeyJobKind.SHARED_KEYSETS;
    }

    @Override
    public Uni<Optional<Batch>> outside(KeyJob job) {
        return encryptAgain.outside(job, DONE);
    }

    @Override
    public Uni<Optional<Batch>> inside(KeyJob job) {
        return switch (job.step()) {
            case "" -> serviceKeys.leaveSharedKeysets().replaceWith(Optional.of(Batch.next(SPREAD)));
            case SPREAD -> Uni.createFrom().item(job.after(encryptAgain.usedEverywhereAfter(), EncryptAgain.WALK));
            default -> encryptAgain.inside(job, DONE);
        };
    }
}
