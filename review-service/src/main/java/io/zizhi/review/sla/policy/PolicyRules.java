package io.zizhi.review.sla.policy;

import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.http.problem.Violation;
import io.zizhi.review.clock.ClockPolicy;
import io.zizhi.review.clock.Target;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks the ranges of a policy's fields and the constraints between them, so that the clock can always compute a due
 * time.
 */
final class PolicyRules {

    private static final int LONGEST_ESCALATION = 1_000;
    private static final int LONGEST_OPEN_DAYS = 60;
    private static final int DAYS_OF_SECONDS = 24 * 60 * 60;

    private PolicyRules() {}

    /**
     * Builds the policy from the request.
     *
     * @throws io.zizhi.platform.http.problem.ProblemException 400 with all violations
     */
    static ClockPolicy check(String name, PolicyRequest request) {
        LocalTime opens = LocalTime.parse(request.opens());
        LocalTime closes = LocalTime.parse(request.closes());
        List<Violation> violations = new ArrayList<>();
        if (!opens.isBefore(closes) && !closes.equals(LocalTime.MIDNIGHT)) {
            violations.add(new Violation("/closes", "WINDOW_EMPTY", "The window must close after it opens."));
        }
        percent(violations, "/warnPercent", request.warnPercent(), 1, 100);
        percent(violations, "/escalatePercent", request.escalatePercent(), 100, LONGEST_ESCALATION);
        amount(violations, request.target());
        if (violations.isEmpty()) {
            ClockPolicy policy = policy(name, request, opens, closes);
            if (policy.escalation().compareTo(policy.openDay().multipliedBy(LONGEST_OPEN_DAYS)) <= 0) {
                return policy;
            }
            violations.add(new Violation(
                    "/target/amount",
                    "TARGET_TOO_LONG",
                    "The escalation must come within " + LONGEST_OPEN_DAYS + " open days."));
        }
        throw Problems.invalid(violations);
    }

    private static ClockPolicy policy(String name, PolicyRequest request, LocalTime opens, LocalTime closes) {
        return new ClockPolicy(
                name,
                request.openDays(),
                opens,
                closes,
                new Target(request.target().amount(), request.target().unit()),
                request.warnPercent(),
                request.escalatePercent());
    }

    private static void percent(List<Violation> violations, String pointer, int percent, int least, int most) {
        if (percent < least || percent > most) {
            violations.add(new Violation(
                    pointer, "PERCENT_OUT_OF_RANGE", "Send a whole number from " + least + " to " + most + "."));
        }
    }

    /** Checks the amount before it is multiplied, to avoid an overflow. */
    private static void amount(List<Violation> violations, PolicyRequest.TargetRequest target) {
        if (target.amount() < 1 || target.amount() > LONGEST_OPEN_DAYS * DAYS_OF_SECONDS) {
            violations.add(new Violation(
                    "/target/amount",
                    "AMOUNT_OUT_OF_RANGE",
                    "Send a whole number from 1 to "
                            + Duration.ofDays(LONGEST_OPEN_DAYS).toSeconds() + "."));
        }
    }
}
