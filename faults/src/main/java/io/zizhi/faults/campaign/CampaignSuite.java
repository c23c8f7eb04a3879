package io.zizhi.faults.campaign;

import io.zizhi.faults.evidence.PolicyTable;
import io.zizhi.faults.suite.FaultySuite;
import io.zizhi.faults.suite.outside.UnreliableGateway;
import io.zizhi.local.layout.Programs;
import io.zizhi.local.layout.Service;
import io.zizhi.local.state.PrivateFiles;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The suite with a campaign's settings: clocks, leases and sweeps of seconds, reminders within minutes, and high limits
 * for phone codes. All are ordinary settings of the services; the code is the same as in production.
 */
final class CampaignSuite {

    /** Standard reviews are due after 20 s, those of public institutions after 24 s, at any time of any day. */
    static final PolicyTable POLICIES = new PolicyTable(Map.of(
            "STANDARD", new PolicyTable.Policy(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, 20, 75, 150),
            "GOVERNMENT", new PolicyTable.Policy(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, 24, 75, 150)));

    /** The time from submission until every policy has escalated. */
    static final Duration ESCALATED = Duration.ofSeconds(38);

    private static final Duration ORPHAN_AGE = Duration.ofSeconds(30);

    /** The time in which the sweeper removes an orphan that has reached its age. */
    private static final Duration SWEEP = Duration.ofSeconds(20);

    /** The maximum age of an object without a row when the suite is at rest. */
    static final Duration OLDEST_ORPHAN = ORPHAN_AGE.plus(SWEEP);

    /** The time zone for the last days of certificates and letters. */
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** The documented default of {@code zizhi.expiry.remind-at}. */
    private static final LocalTime IN_THE_MORNING = LocalTime.of(9, 0);

    /**
     * The usual time from the start of the suite to the start of the workload; the actual time is between half and
     * twice this.
     */
    private static final Duration USUAL_START = Duration.ofSeconds(90);

    /** Longer than the gateway takes for a receipt, and short enough for many questions during a campaign. */
    private static final String RECEIPT_AFTER = "PT5S";

    /** More attempts than any receiver fails in a row. */
    private static final String WEBHOOK_RETRIES =
            "PT1S,PT1S,PT2S,PT2S,PT4S,PT4S,PT8S,PT8S,PT8S,PT8S,PT8S,PT8S,PT8S,PT8S";

    private static final String BUDGET = "1000000/PT1H";

    private CampaignSuite() {}

    /**
     * Returns the instant after three fifths of the faults, if the suite starts at usual speed: by then enough has been
     * approved.
     */
    static Optional<Instant> reminders(CampaignOptions options, Instant now) {
        Duration faults = options.length().multipliedBy(3).dividedBy(5);
        return Optional.of(now.plus(USUAL_START).plus(faults).truncatedTo(ChronoUnit.SECONDS))
                .filter(at -> !options.once());
    }

    /** Returns the time of day of reminders in the suite. */
    static LocalTime remindAt(Optional<Instant> reminders) {
        return reminders.map(at -> at.atZone(ZONE).toLocalTime()).orElse(IN_THE_MORNING);
    }

    /**
     * @param options see {@link FaultySuite#start} for replicas and {@code once}
     * @param reminders when reminders are due; empty for the usual time in the morning
     * @param gateway the first sender of SMS; the local inbox is the second one
     */
    static FaultySuite start(
            Path folder, CampaignOptions options, Optional<Instant> reminders, UnreliableGateway gateway) {
        Path table = PrivateFiles.folder(folder).resolve("clock-policies.json");
        PrivateFiles.write(table, policies());
        return FaultySuite.start(
                folder,
                service -> {
                    Map<String, String> settings = settings(service, table, reminders);
                    if (service == Service.QUALIFICATION) {
                        settings.put("zizhi.carrier-filing.lease", "PT10S");
                    }
                    if (service == Service.NOTIFICATION) {
                        settings.putAll(gateway.settings());
                        settings.put("zizhi.sms.receipt-after", RECEIPT_AFTER);
                        settings.put("zizhi.sms.receipt-asks", "2");
                        settings.put("zizhi.sms.recalls", "3");
                        settings.put("zizhi.webhook.account-retries", WEBHOOK_RETRIES);
                        settings.put("zizhi.webhook.lost-after", "PT10S");
                        settings.put("zizhi.limits.webhooks.timeout", "PT3S");
                    }
                    return settings;
                },
                options.replicas(),
                options.once(),
                Optional.empty());
    }

    /** Starts two replicas of each service with the version {@code programs}, without reminders. */
    static FaultySuite start(Path folder, Programs programs) {
        Path table = PrivateFiles.folder(folder).resolve("clock-policies.json");
        PrivateFiles.write(table, policies());
        return FaultySuite.start(
                folder,
                service -> {
                    Map<String, String> settings = settings(service, table, Optional.empty());
                    // as in production: a client that was idle for longer may use a connection that is being closed
                    settings.put("quarkus.shutdown.delay", "10S");
                    // versions before ADR 0021 lack this default, and would not start on a newer schema
                    settings.put("quarkus.flyway.ignore-migration-patterns", "*:missing,*:future");
                    return settings;
                },
                2,
                true,
                Optional.of(programs));
    }

    private static Map<String, String> settings(Service service, Path table, Optional<Instant> reminders) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("zizhi.review.lease", "PT12S");
        settings.put("zizhi.review.undo-window", "PT3S");
        settings.put("zizhi.review.four-eyes.owner-types", "PUBLIC_INSTITUTION");
        settings.put("zizhi.documents.sweep-every", "5s");
        settings.put("zizhi.documents.sweep-delay", "5s");
        settings.put("zizhi.documents.orphan-age", ORPHAN_AGE.toSeconds() + "s");
        settings.put("zizhi.sms.lost-after", "PT10S");
        // a service that does not have a setting refuses to start
        if (service == Service.REVIEW) {
            settings.put("zizhi.clock.policies", table.toAbsolutePath().toString());
        }
        if (service == Service.QUALIFICATION) {
            settings.put("zizhi.bulk.lease", "PT15S");
            reminders.ifPresent(at ->
                    settings.put("zizhi.expiry.remind-at", remindAt(reminders).toString()));
        }
        if (service == Service.NOTIFICATION) {
            settings.put("zizhi.limits.phone-codes.account", BUDGET);
            settings.put("zizhi.limits.phone-codes.address", BUDGET);
            settings.put("zizhi.limits.phone-codes.all", BUDGET);
        }
        return settings;
    }

    private static String policies() {
        return """
                {
                  "zone": "Asia/Shanghai",
                  "policies": [%s, %s],
                  "defaultPolicy": "STANDARD",
                  "ownerTypes": { "PUBLIC_INSTITUTION": "GOVERNMENT" }
                }
                """.formatted(policy("STANDARD"), policy("GOVERNMENT"));
    }

    private static String policy(String name) {
        PolicyTable.Policy policy = Objects.requireNonNull(POLICIES.policies().get(name));
        return """
                {"name": "%s", "openDays": "EVERY_DAY", "opens": "%s", "closes": "%s",
                 "target": {"amount": %d, "unit": "OPEN_SECONDS"}, "warnPercent": %d, "escalatePercent": %d}""".formatted(
                        name,
                        policy.opens(),
                        policy.closes(),
                        policy.targetSeconds(),
                        policy.warnPercent(),
                        policy.escalatePercent());
    }
}
