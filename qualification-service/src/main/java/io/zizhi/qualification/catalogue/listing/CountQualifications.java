package io.zizhi.qualification.catalogue.listing;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import jakarta.enterprise.context.ApplicationScoped;

/** An applicant sees how many of the account's qualifications stand where. */
@ApplicationScoped
public class CountQualifications {

    private final ListingRepository listing;

    CountQualifications(ListingRepository listing) {
        this.listing = listing;
    }

    @WithTransaction
    public Uni<CountsView> handle(Caller caller) {
        return listing.counts(caller.requireAccount()).map(CountsView::from);
    }
}
