package io.zizhi.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.zizhi.e2e.Api;
import io.zizhi.e2e.faults.nemesis.Fault;
import io.zizhi.e2e.faults.nemesis.Faults;
import io.zizhi.e2e.faults.nemesis.Strike;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** People work with the suite while it is broken on purpose, in one way after the other. */
@Timeout(value = 20, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FaultCampaignIT {

    private static final long SEED = 20261125;
    private static final long OTHER_SEED = 20261127;
    private static final Duration LENGTH = Duration.ofMinutes(5);

    /** Fewer leave too many faults without work that they meet. */
    private static final int SUBMISSIONS = 100;

    /** A brief campaign works at half the pace. */
    private static final int FEW_SUBMISSIONS = 50;

    /** Less than a service needs to start. */
    private static final Duration START = Duration.ofSeconds(4);

    private static final Set<String> FILING = Set.of("draft", "edit", "upload", "submit");

    /** They need the machine for themselves: {@code ./zizhi test --all} strikes with them when the other tests are over. */
    private static final Set<String> ALONE = Set.of("F16-rolling-restart", "F19-second-replica");

    /** They last long, or need two replicas. */
    private static final String ONLY_LONG = "F11,F12,F21,F22,F23,F24,F25,F26";

    private static final List<Fault> KINDS = Faults.all().stream()
            .filter(fault -> !ALONE.contains(fault.name()))
            .filter(fault -> !Faults.named(ONLY_LONG).contains(fault))
            .toList();

    /** Those that the brief campaign leaves out, and those to which two replicas make a difference. */
    private static final List<Fault> KINDS_FOR_TWO = Faults.named(ONLY_LONG + ",F1,F3,F6,F13,F18,F20");

    @Test
    void each_fault_once_loses_nothing_repeats_nothing_and_hastens_nothing() {
        CampaignReport report = run(new CampaignOptions(SEED, Duration.ZERO, FEW_SUBMISSIONS, true, 1, KINDS, false));

        assertThat(report.strikesByKind()).as("kinds of faults").hasSize(KINDS.size());
        assertThat(report.strikes())
                .filteredOn(strike -> strike.hit() && strike.fault().startsWith("F2-"))
                .allSatisfy(strike -> assertThat(strike.what()).contains(" died at "));
        assertThat(report.strikes())
                .filteredOn(strike -> strike.what().startsWith("review-service died at timer.after-lock"))
                .singleElement()
                .satisfies(strike -> assertThat(doneWithoutReviewService(strike))
                        .as("what applicants did while review-service started again")
                        .isNotEmpty());
    }

    /** What applicants did in the last seconds of the strike, in which review-service was not up yet. */
    private static List<JsonNode> doneWithoutReviewService(Strike strike) {
        Instant from = strike.to().minus(START);
        try (Stream<String> lines = Files.lines(folder(SEED).resolve("history.jsonl"))) {
            return lines.map(FaultCampaignIT::parse)
                    .filter(entry -> entry.path("moment").asText().equals("ok"))
                    .filter(entry -> FILING.contains(entry.path("name").asText()))
                    .filter(entry -> {
                        Instant at = Instant.parse(entry.path("at").asText());
                        return at.isAfter(from) && at.isBefore(strike.to());
                    })
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static JsonNode parse(String line) {
        try {
            return Api.JSON.readTree(line);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Test
    @Tag("long")
    void five_minutes_of_faults_with_two_replicas_of_each_service_lose_nothing_either() {
        CampaignReport report =
                run(new CampaignOptions(OTHER_SEED, LENGTH, SUBMISSIONS, false, 2, KINDS_FOR_TWO, false));

        assertThat(report.strikesByKind()).as("kinds of faults").hasSizeGreaterThan(KINDS_FOR_TWO.size() / 2);
    }

    private static CampaignReport run(CampaignOptions options) {
        CampaignReport report = new FaultCampaign(options, folder(options.seed()), System.out).run();

        assertThat(report.failures()).isEmpty();
        assertThat(report.undone()).as("not at rest").isEmpty();
        assertThat(report.violations()).as(report.told()).isEmpty();
        assertThat(report.counts().get("submissions")).as("submissions").isGreaterThanOrEqualTo((long)
                options.submissions());
        assertThat(report.counts().get("timers fired")).as("timers fired").isPositive();
        return report;
    }

    private static Path folder(long seed) {
        return Path.of("target", "faults", Long.toString(seed)).toAbsolutePath();
    }
}
