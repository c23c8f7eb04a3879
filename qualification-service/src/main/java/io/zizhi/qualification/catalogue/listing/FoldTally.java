package io.zizhi.qualification.catalogue.listing;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Folds the rows of the tally together, so that counting stays quick; what they add up to stays the same. */
@ApplicationScoped
class FoldTally {

    static final int BATCH = 1000;

    private final ListingRepository listing;

    FoldTally(ListingRepository listing) {
        this.listing = listing;
    }

    /** True when there may be more to fold. */
    @WithTransaction
    Uni<Boolean> round() {
        return listing.fold(BATCH).map(left -> left > 0);
    }
}
