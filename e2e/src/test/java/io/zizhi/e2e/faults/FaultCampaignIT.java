package io.zizhi.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.e2e.faults.nemesis.Fault;
import io.zizhi.e2e.faults.nemesis.Faults;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** People work with the suite while it is broken on purpose, in one way after the other. */
@Timeout(value = 20, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FaultCampaignIT {

    private static final long SEED = 20261125;
    private static final long OTHER_SEED = 20261127;
    private static final Duration LENGTH = Duration.ofMinutes(5);

    /** They need the machine for themselves: {@code ./zizhi test --all} strikes with them when the other tests are over. */
    private static final Set<String> ALONE = Set.of("F16-rolling-restart", "F19-second-replica");

    private static final List<Fault> KINDS =
            Faults.all().stream().filter(fault -> !ALONE.contains(fault.name())).toList();

    @Test
    void each_fault_once_loses_nothing_repeats_nothing_and_hastens_nothing() {
        CampaignReport report = run(new CampaignOptions(SEED, Duration.ZERO, true, KINDS, false));

        assertThat(report.strikesByKind()).as("kinds of faults").hasSize(KINDS.size());
        assertThat(report.strikes())
                .filteredOn(strike -> strike.fault().startsWith("F2-"))
                .allSatisfy(strike -> assertThat(strike.what()).contains(" died at "));
        assertThat(report.strikes())
                .as("review-service killed while people submit and decide")
                .anySatisfy(strike -> assertThat(strike.what()).startsWith("review-service died at timer.after-lock"));
    }

    @Test
    @Tag("long")
    void five_minutes_of_faults_in_another_order_lose_nothing_either() {
        CampaignReport report = run(new CampaignOptions(OTHER_SEED, LENGTH, false, KINDS, false));

        assertThat(report.strikes()).as("strikes").hasSizeGreaterThan(KINDS.size() / 2);
    }

    private static CampaignReport run(CampaignOptions options) {
        Path folder = Path.of("target", "faults", Long.toString(options.seed())).toAbsolutePath();

        CampaignReport report = new FaultCampaign(options, folder, System.out).run();

        assertThat(report.failures()).isEmpty();
        assertThat(report.undone()).as("not at rest").isEmpty();
        assertThat(report.violations()).as(report.told()).isEmpty();
        assertThat(report.counts().get("submissions")).as("submissions").isGreaterThan(50);
        assertThat(report.counts().get("timers fired")).as("timers fired").isPositive();
        return report;
    }
}
