package io.zizhi.notification.verification.throttling;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** Checks whether the windows of a bucket allow another code. */
@ApplicationScoped
class BucketRoom {

    private final CodeSendRepository ledger;

    BucketRoom(CodeSendRepository ledger) {
        this.ledger = ledger;
    }

    /** Returns whether every window allows one more code. */
    Uni<Boolean> in(SendBucket bucket, Instant now) {
        return Multi.createFrom()
                .iterable(bucket.windows())
                .onItem()
                .transformToUniAndConcatenate(window ->
                        ledger.nthNewest(bucket, window.atMost()).map(nthNewest -> window.allows(nthNewest, now)))
                .collect()
                .asList()
                .map(allowed -> !allowed.contains(false));
    }

    /** Returns when every window allows one more code, at the earliest {@code now}. */
    Uni<Instant> freeAt(SendBucket bucket, Instant now) {
        return Multi.createFrom()
                .iterable(bucket.windows())
                .onItem()
                .transformToUniAndConcatenate(
                        window -> ledger.nthNewest(bucket, window.atMost()).map(window::freeAt))
                .collect()
                .asList()
                .map(times -> times.stream().flatMap(Optional::stream).reduce(now, BucketRoom::later));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
