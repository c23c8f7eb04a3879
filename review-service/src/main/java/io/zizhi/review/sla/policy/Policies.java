package io.zizhi.review.sla.policy;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.Parameters;
import io.zizhi.platform.http.problem.ProblemException;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.review.clock.ClockPolicy;
import io.zizhi.review.sla.settings.ClockDataRepository;
import io.zizhi.review.sla.settings.Version;
import java.util.List;

/** Finds policies by name. */
final class Policies {

    private Policies() {}

    /** Returns all versions of a policy, the newest first; fails with 404 if there is no such policy. */
    static Uni<List<Version<ClockPolicy>>> history(ClockDataRepository settings, String name) {
        if (!Parameters.isStorable(name)) {
            throw unknown();
        }
        return settings.policies().history(name).invoke(versions -> {
            if (versions.isEmpty()) {
                throw unknown();
            }
        });
    }

    private static ProblemException unknown() {
        return Problems.notFound(
                "CLOCK_POLICY_UNKNOWN",
                "There is no such policy. Add new policies to the file that `zizhi.clock.policies` names.");
    }
}
