package io.zizhi.platform.privacy.encryption.jobs;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.privacy.encryption.AccountKeys;
import io.zizhi.platform.privacy.encryption.UnusableKeysException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Replaces the keys of one account: adds new keys, uses them when all replicas know them, encrypts the data of the
 * account again, and removes the earlier keys.
 */
@ApplicationScoped
class ReplaceAccountKey implements KeyWork {

    private static final String SPREAD = "SPREAD";
    private static final String USE = "USE";
    private static final String SPREAD_USE = "SPREAD_USE";
    private static final String DROP = "DROP";

    private final AccountKeys keys;
    private final EncryptAgain encryptAgain;

    ReplaceAccountKey(AccountKeys keys, EncryptAgain encryptAgain) {
        this.keys = keys;
        this.encryptAgain = encryptAgain;
    }

    @Override
    public KeyJobKind kind() {
        return KeyJobKind.ACCOUNT_KEY;
    }

    @Override
    public Uni<Optional<Batch>> outside(KeyJob job) {
        return encryptAgain.outside(job, DROP);
    }

    @Override
    public Uni<Optional<Batch>> inside(KeyJob job) {
        String account = Objects.requireNonNull(job.accountId());
        return switch (job.step()) {
            case "" ->
                keys.addNewKeys(account)
                        .map(added -> Optional.of(Batch.next(added ? SPREAD : DONE)))
                        .onFailure(UnusableKeysException.class)
                        .recoverWithUni(damaged ->
                                keys.setAside(List.of(account)).replaceWith(Optional.of(new Batch(DONE, "", 1, 0, 1))));
            case SPREAD -> Uni.createFrom().item(job.after(encryptAgain.knownEverywhereAfter(), USE));
            case USE -> keys.useNewKeys(account).replaceWith(Optional.of(Batch.next(SPREAD_USE)));
            case SPREAD_USE -> Uni.createFrom().item(job.after(encryptAgain.usedEverywhereAfter(), EncryptAgain.WALK));
            case DROP -> keys.dropEarlierKeys(account).replaceWith(Optional.of(Batch.next(DONE)));
            default -> encryptAgain.inside(job, DROP);
        };
    }
}
