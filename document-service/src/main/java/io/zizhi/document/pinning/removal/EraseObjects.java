package io.zizhi.document.pinning.removal;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.zizhi.document.storage.objects.StoreErrorException;
import io.zizhi.document.storage.sweep.RemovalRepository;
import io.zizhi.document.storage.sweep.RemoveObject;
import io.zizhi.platform.messaging.erasure.RemoteErasure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Removes the objects of an erased account from the store. An object that the store refuses to remove, for example under
 * a legal hold, keeps the erasure unfinished until the hold ends. Its key is destroyed all the same.
 */
@ApplicationScoped
class EraseObjects implements RemoteErasure {

    private static final Logger LOG = Logger.getLogger(EraseObjects.class);
    private static final int AT_ONCE = 100;

    private final RemovalRepository removals;
    private final RemoveObject removeObject;

    EraseObjects(RemovalRepository removals, RemoveObject removeObject) {
        this.removals = removals;
        this.removeObject = removeObject;
    }

    @Override
    public Uni<Integer> erase(String accountId) {
        return erase(accountId, "", 0);
    }

    /** Goes on after refused objects, so that they do not keep the others, and fails after the last object. */
    private Uni<Integer> erase(String accountId, String after, long refusedBefore) {
        return Panache.withSession(() -> removals.left(accountId, after, AT_ONCE))
                .chain(keys -> refused(keys)
                        .map(refused -> refusedBefore + refused)
                        .chain(refused -> {
                            if (refused == 0) {
                                return Uni.createFrom().item(keys.size());
                            }
                            return keys.isEmpty() ? failed(refused) : erase(accountId, keys.getLast(), refused);
                        }));
    }

    /** Removes the objects and returns how many of them the store refused to remove. */
    private Uni<Long> refused(List<String> keys) {
        return Multi.createFrom()
                .iterable(keys)
                .onItem()
                .transformToUniAndConcatenate(this::isRefused)
                .filter(refused -> refused)
                .collect()
                .with(Collectors.counting());
    }

    private Uni<Boolean> isRefused(String key) {
        return removeObject
                .remove(key)
                .replaceWith(false)
                .onFailure(StoreErrorException.class)
                .recoverWithItem(failure -> {
                    LOG.warnf("The object store refuses to remove %s: %s", key, failure.getMessage());
                    return true;
                });
    }

    private static Uni<Integer> failed(long refused) {
        return Uni.createFrom()
                .failure(new IllegalStateException("The object store refused to remove " + refused + " objects"));
    }
}
