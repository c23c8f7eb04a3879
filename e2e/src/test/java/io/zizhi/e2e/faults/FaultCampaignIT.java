package io.zizhi.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.e2e.faults.nemesis.Fault;
import io.zizhi.e2e.faults.nemesis.Faults;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The short campaign of every test run, of five minutes: people work with the suite while it is broken in twenty ways, one
 * after the other. The two that take longest, a rolling restart and a second replica, are for {@code ./zizhi faults}.
 */
@Timeout(value = 15, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FaultCampaignIT {

    private static final long SEED = 20261125;
    private static final Set<String> TOO_LONG = Set.of("F16-rolling-restart", "F19-second-replica");

    @Test
    void nothing_is_lost_nothing_happens_twice_and_nothing_comes_early() {
        List<Fault> kinds = Faults.all().stream()
                .filter(fault -> !TOO_LONG.contains(fault.name()))
                .toList();
        Path folder = Path.of("target", "faults", Long.toString(SEED)).toAbsolutePath();
        CampaignOptions options = new CampaignOptions(SEED, Duration.ZERO, true, kinds, false);

        CampaignReport report = new FaultCampaign(options, folder, System.out).run();

        assertThat(report.failures()).isEmpty();
        assertThat(report.undone()).as("not at rest").isEmpty();
        assertThat(report.violations()).as(report.told()).isEmpty();
        assertThat(report.strikesByKind()).as("kinds of faults").hasSize(kinds.size());
        assertThat(report.strikes())
                .filteredOn(strike -> strike.fault().startsWith("F2-"))
                .allSatisfy(strike -> assertThat(strike.what()).contains(" died at "));
        assertThat(report.counts().get("submissions")).as("submissions").isGreaterThan(100);
        assertThat(report.counts().get("timers fired")).as("timers fired").isPositive();
    }
}
