package io.zizhi.document.pinning.removal;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.zizhi.document.storage.sweep.RemovalRepository;
import io.zizhi.document.storage.sweep.RemoveObject;
import io.zizhi.platform.messaging.erasure.RemoteErasure;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Removes the objects of an erased account from the store. An object that the store refuses to remove, for example under
 * a legal hold, keeps the erasure unfinished until the hold ends. Its key is destroyed all the same.
 */
@ApplicationScoped
class EraseObjects implements RemoteErasure {

    private static final int AT_ONCE = 100;

    private final RemovalRepository removals;
    private final RemoveObject removeObject;

    EraseObjects(RemovalRepository removals, RemoveObject removeObject) {
        this.removals = removals;
        this.removeObject = removeObject;
    }

    @Override
    public Uni<Integer> erase(String accountId) {
        return Panache.withSession(() -> removals.left(accountId, AT_ONCE))
                .chain(keys -> Multi.createFrom()
                        .iterable(keys)
                        .onItem()
                        .transformToUniAndConcatenate(removeObject::remove)
                        .collect()
                        .last()
                        .replaceWith(keys.size()));
    }
}
