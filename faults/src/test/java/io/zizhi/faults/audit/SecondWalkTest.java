package io.zizhi.faults.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.faults.evidence.PolicyTable;
import java.time.Instant;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;

class SecondWalkTest {

    private static final PolicyTable.Policy ALWAYS =
            new PolicyTable.Policy(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, 20, 75, 150);
    private static final PolicyTable.Policy BY_DAY =
            new PolicyTable.Policy(LocalTime.of(9, 0), LocalTime.of(21, 0), 20, 75, 150);

    @Test
    void counts_over_midnight_if_desk_never_closes() {
        Instant from = Instant.parse("2026-11-24T15:59:50.25Z");
        assertThat(SecondWalk.from(from, ALWAYS, 20)).isEqualTo("2026-11-24T16:00:10.25Z");
    }

    @Test
    void continues_when_desk_opens_again() {
        Instant from = Instant.parse("2026-11-24T12:59:50.25Z");
        assertThat(SecondWalk.from(from, BY_DAY, 20)).isEqualTo("2026-11-25T01:00:10.25Z");
    }

    @Test
    void counts_half_seconds() {
        Instant from = Instant.parse("2026-11-24T04:00:00Z");
        assertThat(SecondWalk.from(from, ALWAYS, 1.5)).isEqualTo("2026-11-24T04:00:01.500Z");
    }
}
