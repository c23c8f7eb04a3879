package io.zizhi.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.e2e.faults.nemesis.Faults;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The short campaign of every test run: people work with the suite while it is broken in ten ways, one after the other,
 * among them each of the kinds that lose an answer or a process at the worst moment. {@code ./zizhi faults} knows more.
 */
@Timeout(value = 12, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FaultCampaignIT {

    private static final long SEED = 20261125;
    private static final String KINDS = "F1,F2-outbox.after-ack,F2-inbox.after-commit,F4,F6,F7,F8,F13,F14,F15";

    @Test
    void nothing_is_lost_nothing_happens_twice_and_nothing_comes_early() {
        Path folder = Path.of("target", "faults", Long.toString(SEED)).toAbsolutePath();
        CampaignOptions options = new CampaignOptions(SEED, Duration.ZERO, true, Faults.named(KINDS), false);

        CampaignReport report = new FaultCampaign(options, folder, System.out).run();

        assertThat(report.failures()).isEmpty();
        assertThat(report.undone()).as("not at rest").isEmpty();
        assertThat(report.violations()).as(report.told()).isEmpty();
        assertThat(report.strikesByKind())
                .as("kinds of faults")
                .hasSize(Faults.named(KINDS).size());
        assertThat(report.strikes())
                .filteredOn(strike -> strike.fault().startsWith("F2-"))
                .allSatisfy(strike -> assertThat(strike.what()).contains(" died at "));
        assertThat(report.counts().get("submissions")).as("submissions").isGreaterThan(30);
        assertThat(report.counts().get("timers fired")).as("timers fired").isPositive();
    }
}
