package io.zizhi.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.e2e.faults.audit.Evidence;
import io.zizhi.e2e.faults.audit.Personal;
import io.zizhi.e2e.faults.audit.PolicyTable;
import io.zizhi.e2e.faults.driver.Moment;
import io.zizhi.e2e.faults.driver.Operation;
import io.zizhi.e2e.faults.nemesis.Strike;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CampaignFiguresTest {

    private static final Instant START = Instant.parse("2026-11-27T02:00:00Z");

    @Test
    void a_campaign_in_which_nothing_was_submitted_or_decided_proves_nothing() {
        assertThat(CampaignFigures.whyNothingIsProved(Map.of("submissions", 3L, "decisions", 1L)))
                .isEmpty();
        assertThat(CampaignFigures.whyNothingIsProved(Map.of("submissions", 3L, "decisions", 0L)))
                .containsExactly("there were no decisions, so nothing is proved");
        assertThat(CampaignFigures.whyNothingIsProved(Map.of())).hasSize(2);
    }

    @Test
    void recovery_goes_on_beyond_the_next_strike() {
        List<Operation> answered = List.of(at(1, "draft"), at(2, "upload"), at(3, "claim"), at(40, "verify"));
        List<Strike> strikes = List.of(strike(false, -20, -10), strike(true, -5, 0), strike(true, 20, 39));

        assertThat(new CampaignFigures(evidence(answered)).slowestRecovery(strikes))
                .isEqualTo(Duration.ofSeconds(40));
    }

    private static Operation at(long second, String name) {
        Instant at = START.plusSeconds(second);
        return new Operation(second, "somebody", name, Map.of(), Moment.OK, Map.of(), at, at);
    }

    private static Strike strike(boolean hit, long from, long to) {
        return new Strike("F1-kill-service", "killed", hit, START.plusSeconds(from), START.plusSeconds(to));
    }

    private static Evidence evidence(List<Operation> operations) {
        return new Evidence(
                START,
                operations,
                Map.of(),
                List.of(),
                List.of(),
                Duration.ZERO,
                List.of(),
                List.of(),
                new PolicyTable(Map.of()),
                LocalTime.of(9, 0),
                List.of(),
                new Personal(Set.of(), Set.of(), Set.of()));
    }
}
