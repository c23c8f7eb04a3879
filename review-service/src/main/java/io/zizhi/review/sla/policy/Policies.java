package io.zizhi.review.sla.policy;

import io.zizhi.platform.http.problem.Problems;
import io.zizhi.review.clock.ClockPolicy;
import io.zizhi.review.sla.settings.Version;
import java.util.List;

/** Policies by their name. */
final class Policies {

    private Policies() {}

    /** The versions, of which there are some where there is such a policy. */
    static List<Version<ClockPolicy>> known(List<Version<ClockPolicy>> versions) {
        if (versions.isEmpty()) {
            throw Problems.notFound(
                    "CLOCK_POLICY_UNKNOWN", "There is no such policy; new ones come with the configured table.");
        }
        return versions;
    }
}
