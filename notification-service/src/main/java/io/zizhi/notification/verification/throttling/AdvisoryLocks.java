package io.zizhi.notification.verification.throttling;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.NativeQuery;
import java.util.List;

/** Locks on names, held until the transaction ends. */
final class AdvisoryLocks {

    private AdvisoryLocks() {}

    /** Takes the locks one after the other, in this order. */
    static Uni<Void> take(List<String> names) {
        return Multi.createFrom()
                .iterable(names)
                .onItem()
                .transformToUniAndConcatenate(name -> new NativeQuery(
                                "select 1 where pg_advisory_xact_lock(hashtextextended(:lock, 0)) is not null")
                        .with("lock", name)
                        .list(Integer.class))
                .collect()
                .last()
                .replaceWithVoid();
    }
}
