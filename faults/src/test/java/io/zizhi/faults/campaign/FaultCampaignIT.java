package io.zizhi.faults.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.zizhi.e2e.Api;
import io.zizhi.faults.nemesis.Faults;
import io.zizhi.faults.suite.Fault;
import io.zizhi.faults.suite.Strike;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Runs fault campaigns: actors use the suite while one fault after another strikes it. */
@Timeout(value = 40, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FaultCampaignIT {

    private static final long SEED = 20261125;
    private static final long OTHER_SEED = 20261127;

    /** Up to twice as long, until each kind has struck. */
    private static final Duration LENGTH = Duration.ofMinutes(7);

    /** Submissions of a campaign. With fewer, too many faults would strike an idle suite. */
    private static final int SUBMISSIONS = 100;

    /** Submissions of a brief campaign, which works at a quarter of the pace. */
    private static final int FEW_SUBMISSIONS = 50;

    /** The recovery time of a service that died, at the end of a strike's description. */
    private static final Pattern UP_AGAIN_AFTER = Pattern.compile("up again after (\\d+\\.\\d) s$");

    private static final Set<String> FILING = Set.of("draft", "edit", "upload", "submit");

    /** Faults that last long, need two replicas, or need the machine for themselves. */
    private static final List<Fault> ONLY_LONG = Faults.named("F11,F12,F16,F19,F21,F22,F23,F24,F25,F26,F27,F28,F29");

    private static final List<Fault> KINDS =
            Faults.all().stream().filter(fault -> !ONLY_LONG.contains(fault)).toList();

    /** The faults that the brief campaign leaves out, and those that need two replicas to matter. */
    private static final List<Fault> KINDS_FOR_TWO = Stream.concat(
                    ONLY_LONG.stream(), Faults.named("F1,F3,F6,F13,F18,F20").stream())
            .toList();

    /** Counts that must not be zero. Without them, the audit of letters and sheets would check nothing. */
    private static final List<String> WORK =
            List.of("letters filed alone", "letters carried", "sheets", "rows of sheets submitted");

    /** What the gateway must have done. Without it, the audit of the senders would check nothing. */
    private static final List<String> SENDERS = List.of(
            "SMS whose answer was lost",
            "SMS whose request was lost",
            "SMS for the next sender",
            "SMS refused",
            "SMS with a receipt");

    private static final List<String> WEBHOOKS = List.of("webhooks received", "webhooks received again");

    /** What the filing system must have reported. */
    private static final List<String> FILINGS =
            List.of("carrier filings filed", "carrier filings accepted", "carrier filings rejected");

    /** Counts of reminders, which are due only in a longer campaign. */
    private static final List<String> REMINDERS = List.of("reminders of letters", "reminders of qualifications");

    @Test
    @Tag("gate")
    void each_fault_once_violates_no_invariant() {
        CampaignReport report = run(new CampaignOptions(SEED, Duration.ZERO, FEW_SUBMISSIONS, true, 1, KINDS, false));

        assertThat(report.strikesByKind()).as("kinds of faults").hasSize(KINDS.size());
        requireWork(report, WORK);
        requireWork(report, SENDERS);
        requireWork(report, FILINGS);
        requireWork(report, WEBHOOKS);
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

    /** Returns the operations that applicants completed during the strike, before review-service was up again. */
    private static List<JsonNode> doneWithoutReviewService(Strike strike) {
        Matcher away = UP_AGAIN_AFTER.matcher(strike.what());
        assertThat(away.find()).as(strike.what()).isTrue();
        Instant from = strike.to().minus(Duration.parse("PT" + away.group(1) + "S"));
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
    @Tag("alone")
    void faults_with_two_replicas_violate_no_invariant() {
        CampaignReport report =
                run(new CampaignOptions(OTHER_SEED, LENGTH, SUBMISSIONS, false, 2, KINDS_FOR_TWO, false));

        assertThat(report.strikesByKind()).as("kinds of faults").hasSize(KINDS_FOR_TWO.size());
        requireWork(report, WORK);
        requireWork(report, SENDERS);
        requireWork(report, FILINGS);
        requireWork(report, WEBHOOKS);
        requireWork(report, REMINDERS);
    }

    private static void requireWork(CampaignReport report, List<String> kinds) {
        assertThat(kinds)
                .allSatisfy(
                        kind -> assertThat(report.counts().get(kind)).as(kind).isPositive());
    }

    private static CampaignReport run(CampaignOptions options) {
        CampaignReport report = new FaultCampaign(options, folder(options.seed()), System.out).run();

        assertThat(report.failures()).isEmpty();
        assertThat(report.undone()).as("not at rest").isEmpty();
        assertThat(report.violations()).as(report.summary()).isEmpty();
        assertThat(report.counts().get("submissions")).as("submissions").isGreaterThanOrEqualTo((long)
                options.submissions());
        assertThat(report.counts().get("timers fired")).as("timers fired").isPositive();
        return report;
    }

    private static Path folder(long seed) {
        return Path.of("target", "faults", Long.toString(seed)).toAbsolutePath();
    }
}
