package io.zizhi.review.decision.making;

import io.zizhi.review.decision.reasons.ReasonCatalogue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes the plain classes of this package available for injection. */
@ApplicationScoped
public class DecisionSetup {

    @Produces
    @Singleton
    DecisionRules rules(ReasonCatalogue catalogue) {
        return new DecisionRules(catalogue);
    }
}
