package io.zizhi.review.decision.foureyes;

import io.zizhi.contracts.OwnerType;
import io.zizhi.review.decision.DecisionConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** The desk's policy for four-eyes checks: which decisions need a second reviewer. */
@ApplicationScoped
public class FourEyesPolicy {

    private final Set<OwnerType> ownerTypes;
    private final boolean overturns;

    public FourEyesPolicy(DecisionConfig config) {
        this.ownerTypes = Set.copyOf(config.fourEyes().ownerTypes().orElse(List.of()));
        this.overturns = config.fourEyes().overturns();
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
