package io.zizhi.review.decision.reasons;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes the catalogue available for injection. */
@ApplicationScoped
public class ReasonSetup {

    @Produces
    @Singleton
    ReasonCatalogue catalogue() {
        return ReasonCatalogue.read();
    }
}
