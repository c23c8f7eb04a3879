package io.zizhi.qualification.outcome.unwatched;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Watches the first ones of the list from now on; those that somebody works on stay on it for the next time. */
@ApplicationScoped
class WatchListed {

    static final int BATCH = 500;

    private final UnwatchedRepository unwatched;

    WatchListed(UnwatchedRepository unwatched) {
        this.unwatched = unwatched;
    }

    /** True when there may be more to do at once. */
    @WithTransaction
    Uni<Boolean> handle(Unwatched kind) {
        return unwatched
                .listed(kind.ownerType(), BATCH)
                .chain(listed -> listed.isEmpty()
                        ? Uni.createFrom().item(false)
                        : kind.lockFree(listed)
                                .chain(free -> unwatched.take(kind.ownerType(), free))
                                .call(taken ->
                                        taken.isEmpty() ? Uni.createFrom().voidItem() : kind.watch(taken))
                                .map(taken -> listed.size() == BATCH && !taken.isEmpty()));
    }
}
