package io.zizhi.review.clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the configured table available for injection: the zone, the initial policies and their initial allocation. */
@ApplicationScoped
public class ClockSetup {

    @Produces
    @Singleton
    ClockPolicies policies(@ConfigProperty(name = "zizhi.clock.policies") Optional<Path> table) {
        return table.map(ClockPolicies::read).orElseGet(ClockPolicies::read);
    }
}
