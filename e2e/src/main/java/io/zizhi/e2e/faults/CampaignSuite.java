package io.zizhi.e2e.faults;

import io.zizhi.e2e.faults.audit.PolicyTable;
import io.zizhi.e2e.faults.nemesis.FaultySuite;
import io.zizhi.local.Service;
import io.zizhi.local.state.PrivateFiles;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The suite as a campaign wants it: clocks, leases and sweeps that run out within seconds, and budgets for phone codes
 * that last. Each of these is an ordinary setting of its service; no code behaves otherwise than in production.
 */
final class CampaignSuite {

    /** Standard reviews are due after 20 s, those of public institutions after 24 s, at any hour of any day. */
    static final PolicyTable POLICIES = new PolicyTable(Map.of(
            "STANDARD", new PolicyTable.Policy(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, 20, 75, 150),
            "GOVERNMENT", new PolicyTable.Policy(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, 24, 75, 150)));

    /** After the escalation of every policy. */
    static final Duration ESCALATED = Duration.ofSeconds(38);

    private static final Duration ORPHAN_AGE = Duration.ofSeconds(30);

    /** What the sweeper still needs for an orphan that has reached its age. */
    private static final Duration SWEEP = Duration.ofSeconds(20);

    /** How old an object without a row may be when the suite is at rest. */
    static final Duration OLDEST_ORPHAN = ORPHAN_AGE.plus(SWEEP);

    private static final String BUDGET = "1000000/PT1H";

    private CampaignSuite() {}

    /** @param options see {@link FaultySuite#start} for replicas and for a campaign of each fault once */
    static FaultySuite start(Path folder, CampaignOptions options) {
        Path table = PrivateFiles.folder(folder).resolve("clock-policies.json");
        PrivateFiles.write(table, policies());
        return FaultySuite.start(folder, service -> settings(service, table), options.replicas(), options.once());
    }

    private static Map<String, String> settings(Service service, Path table) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("zizhi.clock.policies", table.toAbsolutePath().toString());
        settings.put("zizhi.review.lease", "PT12S");
        settings.put("zizhi.review.undo-window", "PT3S");
        settings.put("zizhi.review.second-eyes.owner-types", "PUBLIC_INSTITUTION");
        settings.put("zizhi.documents.sweep-every", "5s");
        settings.put("zizhi.documents.sweep-delay", "5s");
        settings.put("zizhi.documents.orphan-age", ORPHAN_AGE.toSeconds() + "s");
        settings.put("zizhi.sms.lost-after", "PT10S");
        if (service == Service.NOTIFICATION) {
            // a service that does not know a limit refuses to start
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
