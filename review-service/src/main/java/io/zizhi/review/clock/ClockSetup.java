package io.zizhi.review.clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes the configured table available for injection: the zone, the initial policies and their initial allocation. */
@ApplicationScoped
public class ClockSetup {

    @Produces
    @Singleton
    ClockPolicies policies(ClockPolicyConfig config) {
        return config.policies().map(ClockPolicies::read).orElseGet(ClockPolicies::read);
    }
}
