package io.zizhi.review.sla.allocation;

import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.http.problem.Violation;
import io.zizhi.review.clock.ClockPolicy;
import io.zizhi.review.clock.PolicyAllocation;
import io.zizhi.review.clock.PolicyAllocation.Rule;
import io.zizhi.review.sla.allocation.AllocationRequest.RuleRequest;
import io.zizhi.review.sla.settings.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Validates allocation rules beyond their form: every submission gets a policy, and every rule can apply. */
final class AllocationForm {

    private AllocationForm() {}

    /**
     * Builds the allocation from the request.
     *
     * @param policies the existing policies
     * @throws io.zizhi.platform.http.problem.ProblemException 400 with all violations
     */
    static PolicyAllocation check(AllocationRequest request, List<Version<ClockPolicy>> policies) {
        List<String> names =
                policies.stream().map(policy -> policy.content().name()).toList();
        List<Rule> rules = request.rules().stream().map(AllocationForm::rule).toList();
        List<Violation> violations = new ArrayList<>();
        if (rules.isEmpty() || !rules.getLast().fitsEverything()) {
            violations.add(new Violation(
                    "/rules",
                    "LAST_RULE_CONDITIONAL",
                    "The last rule must have no condition, so that every submission gets a policy."));
        }
        for (int i = 0; i < rules.size(); i++) {
            if (!names.contains(rules.get(i).policy())) {
                violations.add(new Violation(
                        "/rules/" + i + "/policy",
                        "CLOCK_POLICY_UNKNOWN",
                        "The policy must be one of " + String.join(", ", names) + "."));
            }
        }
        PolicyAllocation.unreachable(rules)
                .ifPresent(i -> violations.add(new Violation(
                        "/rules/" + i,
                        "RULE_UNREACHABLE",
                        "An earlier rule matches everything that this rule matches.")));
        if (!violations.isEmpty()) {
            throw Problems.invalid(violations);
        }
        return new PolicyAllocation(rules);
    }

    private static Rule rule(RuleRequest wanted) {
        return new Rule(
                Objects.requireNonNullElse(wanted.ownerTypes(), List.of()),
                Objects.requireNonNullElse(wanted.purposes(), List.of()),
                Objects.requireNonNullElse(wanted.subjects(), List.of()),
                wanted.policy());
    }
}
