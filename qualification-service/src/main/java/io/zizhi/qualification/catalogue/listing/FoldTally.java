package io.zizhi.qualification.catalogue.listing;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.qualification.catalogue.listing.query.ListingRepository;
import jakarta.enterprise.context.ApplicationScoped;

/** Merges rows of the tally so that counting stays fast. Their sums do not change. */
@ApplicationScoped
class FoldTally {

    static final int BATCH = 1000;

    private final ListingRepository listing;

    FoldTally(ListingRepository listing) {
        this.listing = listing;
    }

    /** Returns true if there may be more rows to merge. */
    @WithTransaction
    Uni<Boolean> round() {
        return listing.fold(BATCH).map(left -> left > 0);
    }
}
