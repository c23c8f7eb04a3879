package io.zizhi.faults.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.faults.driver.history.Moment;
import io.zizhi.faults.driver.history.Operation;
import io.zizhi.faults.evidence.Evidence;
import io.zizhi.faults.evidence.Personal;
import io.zizhi.faults.evidence.PolicyTable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UpgradeReportTest {

    private static final Instant START = Instant.parse("2026-11-28T02:00:00Z");

    @Test
    void refusals_that_occur_without_an_upgrade_are_no_failures() {
        assertThat(report(
                                refused("claim", "REVIEW_CLAIMED"),
                                refused("edit", "STALE_VERSION"),
                                refused("guess", "PHONE_CODE_WRONG"),
                                operation("submit", Moment.OK, Map.of("status", "200")))
                        .isClean())
                .isTrue();
    }

    @Test
    void unanswered_and_unexpectedly_refused_requests_are_failures() {
        assertThat(report(operation("read", Moment.INFO, Map.of("status", "0"))).isClean())
                .isFalse();
        assertThat(report(operation("uploadSheet", Moment.INFO, Map.of("status", "500")))
                        .isClean())
                .isFalse();
        assertThat(report(refused("read", "QUALIFICATION_NOT_FOUND")).isClean()).isFalse();
        assertThat(report(refused("draft", "FIELD_UNKNOWN")).isClean()).isFalse();
        assertThat(report(operation("draft", Moment.FAIL, Map.of("status", "404")))
                        .isClean())
                .isFalse();
    }

    /** They cannot be due to the upgrade: replicas that have just started are slow. */
    @Test
    void requests_that_failed_before_the_upgrade_are_no_failures() {
        Instant before = START.minusSeconds(1);
        Operation early =
                new Operation(1, "somebody", "view", Map.of(), Moment.INFO, Map.of("status", "503"), before, before);
        Operation late =
                new Operation(1, "somebody", "view", Map.of(), Moment.INFO, Map.of("status", "503"), before, START);
        assertThat(report(early).isClean()).isTrue();
        assertThat(report(late).isClean()).isFalse();
    }

    @Test
    void request_without_an_end_is_a_failure_whenever_it_was_sent() {
        Instant before = START.minusSeconds(1);
        assertThat(report(new Operation(1, "somebody", "view", Map.of(), Moment.INFO, Map.of(), before, before))
                        .isClean())
                .isFalse();
    }

    private static Operation refused(String name, String code) {
        return operation(name, Moment.FAIL, Map.of("status", "409", "code", code));
    }

    private static Operation operation(String name, Moment end, Map<String, String> answered) {
        return new Operation(1, "somebody", name, Map.of(), end, answered, START, START);
    }

    private static UpgradeReport report(Operation... operations) {
        Evidence evidence = new Evidence(
                START,
                List.of(operations),
                Map.of(),
                List.of(),
                List.of(),
                Duration.ZERO,
                List.of(),
                List.of(),
                new PolicyTable(Map.of()),
                LocalTime.of(9, 0),
                List.of(),
                new Personal(Set.of(), Set.of(), Set.of()),
                List.of(),
                List.of());
        return new UpgradeReport(evidence, START, List.of(), List.of());
    }
}
