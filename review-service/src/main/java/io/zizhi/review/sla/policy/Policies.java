package io.zizhi.review.sla.policy;

import io.zizhi.platform.http.problem.Problems;
import io.zizhi.review.clock.ClockPolicy;
import io.zizhi.review.sla.settings.Version;
import java.util.List;

/** Finds policies by name. */
final class Policies {

    private Policies() {}

    /** Returns the versions, or 404 where there are none. */
    static List<Version<ClockPolicy>> known(List<Version<ClockPolicy>> versions) {
        if (versions.isEmpty()) {
            throw Problems.notFound(
                    "CLOCK_POLICY_UNKNOWN", "There is no such policy. New policies are added in the configured table.");
        }
        return versions;
    }
}
