package io.zizhi.document.storage.sweep;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.zizhi.document.storage.objects.ObjectStore;
import io.zizhi.document.storage.objects.StoreErrorException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/** Removes a recorded object, then its record; safe to repeat. */
@ApplicationScoped
public class RemoveObject {

    /** Keys in memory at once. */
    private static final int AT_ONCE = 1_000;

    private final ObjectStore objects;
    private final RemovalRepository removals;

    RemoveObject(ObjectStore objects, RemovalRepository removals) {
        this.objects = objects;
        this.removals = removals;
    }

    /**
     * Removes the object, then its record. Call it outside any transaction. If it fails, the record stays for
     * {@link #removeAllLeft}.
     */
    public Uni<Void> remove(String objectKey) {
        return objects.remove(objectKey).chain(() -> Panache.withTransaction(() -> removals.strikeOut(objectKey)));
    }

    /**
     * Removes the recorded objects of earlier attempts. Skips objects that the store cannot remove; an outage ends the
     * round.
     */
    Uni<Void> removeAllLeft(SweepFindings findings) {
        return Multi.createBy()
                .repeating()
                .uni(() -> new AtomicReference<>(""), after -> removeSome(after, findings))
                .whilst(removed -> removed == AT_ONCE)
                .onItem()
                .ignoreAsUni();
    }

    /** Removes the next objects after a key and sets it to the last of them. Returns their number. */
    private Uni<Integer> removeSome(AtomicReference<String> after, SweepFindings findings) {
        return Panache.withSession(() -> removals.left(Objects.requireNonNull(after.get()), AT_ONCE))
                .call(keys -> Multi.createFrom()
                        .iterable(keys)
                        .onItem()
                        .transformToUniAndConcatenate(key -> removeOrSkip(key, findings))
                        .collect()
                        .last())
                .invoke(keys -> keys.stream().reduce((first, last) -> last).ifPresent(after::set))
                .map(List::size);
    }

    private Uni<Void> removeOrSkip(String key, SweepFindings findings) {
        return remove(key).onFailure(StoreErrorException.class).recoverWithItem(failure -> {
            findings.skip("object " + key, failure);
            return null;
        });
    }
}
