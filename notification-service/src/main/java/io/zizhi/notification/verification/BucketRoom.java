package io.zizhi.notification.verification;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Compares what the ledger has counted in a bucket with the windows of the bucket. */
@ApplicationScoped
class BucketRoom {

    private final CodeSendRepository ledger;

    BucketRoom(CodeSendRepository ledger) {
        this.ledger = ledger;
    }

    /** Whether every window has room for one more. */
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
}
