package io.zizhi.notification.verification;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Compares the codes counted in a bucket with the bucket's windows. */
@ApplicationScoped
class BucketRoom {

    private final CodeSendRepository ledger;

    BucketRoom(CodeSendRepository ledger) {
        this.ledger = ledger;
    }

    /** Returns whether every window allows one more. */
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
