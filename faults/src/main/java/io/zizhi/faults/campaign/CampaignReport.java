package io.zizhi.faults.campaign;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zizhi.e2e.Api;
import io.zizhi.faults.evidence.Violation;
import io.zizhi.faults.suite.Strike;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The result of a campaign.
 *
 * @param seed of its choices
 * @param startedAt when the first worker started
 * @param strikes the faults injected
 * @param counts of operations, submissions and the like, by their names
 * @param slowestRecovery the longest time from the end of a fault until a request to every service had succeeded again
 * @param toRest the time from the last healing until no work was left
 * @param latestTimer the longest time from a due instant to its firing
 * @param undone work that was not finished when the time limit ended
 * @param failures failures of the campaign itself
 * @param violations of invariants
 */
public record CampaignReport(
        long seed,
        Instant startedAt,
        List<Strike> strikes,
        Map<String, Long> counts,
        Duration slowestRecovery,
        Duration toRest,
        Duration latestTimer,
        List<String> undone,
        List<String> failures,
        List<Violation> violations) {

    public CampaignReport {
        strikes = List.copyOf(strikes);
        counts = new TreeMap<>(counts);
        undone = List.copyOf(undone);
        failures = List.copyOf(failures);
        violations = List.copyOf(violations);
    }

    /** Returns whether every invariant holds and the suite came to rest. */
    public boolean isClean() {
        return undone.isEmpty() && failures.isEmpty() && violations.isEmpty();
    }

    /** Returns how often each kind of fault has broken something. */
    public Map<String, Long> strikesByKind() {
        return strikes.stream()
                .filter(Strike::hit)
                .collect(Collectors.groupingBy(Strike::fault, TreeMap::new, Collectors.counting()));
    }

    private Map<String, List<Violation>> violationsByInvariant() {
        return violations.stream()
                .collect(Collectors.groupingBy(Violation::invariant, LinkedHashMap::new, Collectors.toList()));
    }

    /** Formats the report for people, with the first violation of each invariant. */
    public String summary() {
        List<String> lines = new ArrayList<>();
        long missed = strikes.stream().filter(strike -> !strike.hit()).count();
        lines.add("Seed " + seed + ", " + (strikes.size() - missed) + " strikes: " + strikesByKind() + ", and " + missed
                + " that found nothing to break");
        counts.forEach((name, count) -> lines.add(String.format(Locale.ROOT, "%8d %s", count, name)));
        lines.add("Longest recovery after a fault " + seconds(slowestRecovery) + ", at rest after " + seconds(toRest)
                + ", latest timer " + seconds(latestTimer));
        undone.forEach(left -> lines.add("NOT AT REST: " + left));
        failures.forEach(failure -> lines.add("CAMPAIGN FAILED: " + failure));
        violationsByInvariant().forEach((invariant, broken) -> {
            lines.add("VIOLATED: " + broken.getFirst().summary());
            if (broken.size() > 1) {
                lines.add("   and " + (broken.size() - 1) + " more of " + invariant);
            }
        });
        lines.add(violations.size() + " violations");
        return String.join("\n", lines);
    }

    /** Formats the report for programs. */
    ObjectNode toJson() {
        ObjectNode json = Api.JSON.createObjectNode();
        json.put("seed", seed)
                .put("startedAt", startedAt.toString())
                .put("clean", isClean())
                .put("processors", Runtime.getRuntime().availableProcessors())
                .put("slowestRecoveryMillis", slowestRecovery.toMillis())
                .put("toRestMillis", toRest.toMillis())
                .put("latestTimerMillis", latestTimer.toMillis());
        ObjectNode counted = json.putObject("counts");
        counts.forEach(counted::put);
        ObjectNode kinds = json.putObject("strikesByKind");
        strikesByKind().forEach(kinds::put);
        ArrayNode struck = json.putArray("strikes");
        strikes.forEach(strike -> struck.addObject()
                .put("fault", strike.fault())
                .put("what", strike.what())
                .put("hit", strike.hit())
                .put("from", strike.from().toString())
                .put("to", strike.to().toString()));
        undone.forEach(json.putArray("undone")::add);
        failures.forEach(json.putArray("failures")::add);
        ArrayNode violated = json.putArray("violations");
        violations.forEach(violation -> {
            ObjectNode one = violated.addObject()
                    .put("invariant", violation.invariant())
                    .put("says", violation.says())
                    .put("what", violation.what());
            violation.facts().forEach(one.putArray("facts")::add);
        });
        return json;
    }

    static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}
