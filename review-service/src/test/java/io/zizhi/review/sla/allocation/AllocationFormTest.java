package io.zizhi.review.sla.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zizhi.contracts.OwnerType;
import io.zizhi.platform.http.problem.ProblemException;
import io.zizhi.platform.http.problem.Violation;
import io.zizhi.review.clock.ClockPolicies;
import io.zizhi.review.clock.ClockPolicy;
import io.zizhi.review.sla.allocation.AllocationRequest.RuleRequest;
import io.zizhi.review.sla.settings.Version;
import java.time.Instant;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AllocationFormTest {

    private static final List<Version<ClockPolicy>> POLICIES = ClockPolicies.read().policies().stream()
            .map(policy -> new Version<>(1, 1, "start-up", Instant.EPOCH, policy))
            .toList();

    @Test
    void builds_the_bundled_allocation_from_its_request() {
        assertThat(AllocationForm.check(
                        request(rule(OwnerType.PUBLIC_INSTITUTION, "GOVERNMENT"), rule(null, "STANDARD")), POLICIES))
                .isEqualTo(ClockPolicies.read().allocation());
    }

    @Test
    void reports_all_violations_with_pointers() {
        refused(request(), Tuple.tuple("/rules", "LAST_RULE_CONDITIONAL"));
        refused(
                request(rule(OwnerType.COMPANY, "FAST")),
                Tuple.tuple("/rules", "LAST_RULE_CONDITIONAL"),
                Tuple.tuple("/rules/0/policy", "CLOCK_POLICY_UNKNOWN"));
        refused(
                request(rule(null, "STANDARD"), rule(OwnerType.COMPANY, "GOVERNMENT"), rule(null, "STANDARD")),
                Tuple.tuple("/rules/1", "RULE_UNREACHABLE"));
    }

    private static void refused(AllocationRequest request, Tuple... violations) {
        assertThatThrownBy(() -> AllocationForm.check(request, POLICIES))
                .isInstanceOfSatisfying(ProblemException.class, refusal -> {
                    assertThat(refusal.status()).isEqualTo(400);
                    assertThat(refusal.violations())
                            .extracting(Violation::pointer, Violation::code)
                            .containsExactly(violations);
                });
    }

    private static AllocationRequest request(RuleRequest... rules) {
        return new AllocationRequest(List.of(rules));
    }

    private static RuleRequest rule(@Nullable OwnerType ownerType, String policy) {
        return new RuleRequest(ownerType == null ? null : List.of(ownerType), null, List.of(), policy);
    }
}
