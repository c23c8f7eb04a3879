package io.zizhi.review.decision.foureyes;

import io.zizhi.contracts.OwnerType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The desk's policy for four-eyes checks: which decisions need a second reviewer. */
@ApplicationScoped
public class FourEyesPolicy {

    private final Set<OwnerType> ownerTypes;
    private final boolean overturns;

    /** @param overturns whether an overturn needs a second reviewer */
    public FourEyesPolicy(
            @ConfigProperty(name = "zizhi.review.four-eyes.owner-types") Optional<List<OwnerType>> ownerTypes,
            @ConfigProperty(name = "zizhi.review.four-eyes.overturns", defaultValue = "false") boolean overturns) {
        this.ownerTypes = Set.copyOf(ownerTypes.orElse(List.of()));
        this.overturns = overturns;
    }

    boolean isOff() {
        return ownerTypes.isEmpty() && !overturns;
    }

    /** Returns whether every decision about this owner type needs a second reviewer. */
    boolean covers(OwnerType ownerType) {
        return ownerTypes.contains(ownerType);
    }

    /** Returns whether overturns need a second reviewer. */
    boolean coversOverturns() {
        return overturns;
    }
}
