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
 * A version of who gets which policy.
 *
 * @param version from 1; what {@code If-Match} names
 * @param revision of all policies, years and rules together that brought it
 * @param changedBy who changed it; {@code start-up} for what came with the service or from its table
 * @param changedAt when
 * @param rules in their order: the first whose conditions a submission fulfils decides
 */
public record AllocationView(int version, long revision, String changedBy, Instant changedAt, List<RuleView> rules) {

    /**
     * Conditions and a policy.
     *
     * @param ownerTypes types of the owner that it is for; absent for all
     * @param purposes purposes that it is for; absent for both
     * @param subjects qualifications, or letters alone; absent for both
     * @param policy name of the policy of who fulfils all conditions
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
