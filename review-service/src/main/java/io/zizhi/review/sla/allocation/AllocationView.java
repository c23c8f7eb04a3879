package io.zizhi.review.sla.allocation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zizhi.contracts.OwnerType;
import io.zizhi.contracts.Purpose;
import io.zizhi.contracts.ReviewSubject;
import io.zizhi.review.clock.PolicyAllocation;
import io.zizhi.review.sla.settings.Version;
import java.time.Instant;
import java.util.List;

/**
 * A version of the policy allocation.
 *
 * @param version from 1; the value for {@code If-Match}
 * @param revision revision of policies, calendar and allocation that this version created
 * @param changedBy who changed it; {@code start-up} for the version that the service brought along or read from its
 *     table
 * @param changedAt when it was changed
 * @param rules rules in order: the first whose conditions a submission meets decides
 */
public record AllocationView(int version, long revision, String changedBy, Instant changedAt, List<RuleView> rules) {

    /**
     * Conditions and a policy.
     *
     * @param ownerTypes owner types that it matches; absent for all
     * @param purposes purposes that it matches; absent for both
     * @param subjects qualifications, or letters alone; absent for both
     * @param policy name of the policy for submissions that meet all conditions
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record RuleView(
            List<OwnerType> ownerTypes, List<Purpose> purposes, List<ReviewSubject> subjects, String policy) {

        static RuleView from(PolicyAllocation.Rule rule) {
            return new RuleView(rule.ownerTypes(), rule.purposes(), rule.subjects(), rule.policy());
        }
    }

    static AllocationView from(Version<PolicyAllocation> version) {
        return new AllocationView(
                version.number(),
                version.revision(),
                version.changedBy(),
                version.changedAt(),
                version.content().rules().stream().map(RuleView::from).toList());
    }
}
