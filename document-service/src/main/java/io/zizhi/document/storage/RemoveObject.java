package io.zizhi.document.storage;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Removes an object that was noted for removal, and the note after it; doing so twice does no harm. */
@ApplicationScoped
public class RemoveObject {

    private final ObjectStore objects;
    private final RemovalRepository removals;

    RemoveObject(ObjectStore objects, RemovalRepository removals) {
        this.objects = objects;
        this.removals = removals;
    }

    /** Outside of any transaction. When it fails, the note stays for {@link #removeAllLeft}. */
    public Uni<Void> remove(String objectKey) {
        return objects.remove(objectKey).chain(() -> Panache.withTransaction(() -> removals.strikeOut(objectKey)));
    }

    /** Removes what earlier attempts have left, past objects that the store cannot remove; an outage ends it. */
    Uni<Void> removeAllLeft(SweepFindings findings) {
        return Panache.withSession(removals::left)
                .chain(keys -> Multi.createFrom()
                        .iterable(keys)
                        .onItem()
                        .transformToUniAndConcatenate(key -> removeOrSkip(key, findings))
                        .collect()
                        .last()
                        .replaceWithVoid());
    }

    private Uni<Void> removeOrSkip(String key, SweepFindings findings) {
        return remove(key).onFailure(StoreErrorException.class).recoverWithItem(failure -> {
            findings.skip("object " + key, failure);
            return null;
        });
    }
}
