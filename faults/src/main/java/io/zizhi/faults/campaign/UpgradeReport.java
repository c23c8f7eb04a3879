package io.zizhi.faults.campaign;

import io.zizhi.faults.driver.history.Moment;
import io.zizhi.faults.driver.history.Operation;
import io.zizhi.faults.evidence.Evidence;
import io.zizhi.faults.evidence.Violation;
import io.zizhi.local.layout.Service;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The result of an upgrade under load.
 *
 * @param begun when the upgrade began. Failures of requests that had ended before are counted separately: that load
 *     only warms the previous version up
 * @param failures failures of the run itself
 * @param violations of the invariants of the fault campaign
 */
record UpgradeReport(Evidence evidence, Instant begun, List<String> failures, List<Violation> violations) {

    /** Codes of refusals that also occur without an upgrade, because another actor was faster. */
    private static final Set<String> COMPETITION = Set.of(
            "STALE_VERSION",
            "REVIEW_CLAIMED",
            "REVIEW_DECIDED",
            "REVIEW_CANCELLED",
            "REVIEW_PROPOSED",
            "REVIEW_SUPERSEDED",
            "NOTHING_PROPOSED",
            "LEASE_REQUIRED",
            "LEASE_EXPIRED",
            "CLAIM_REQUIRED",
            "RESTRICTION_REQUEST_OPEN",
            "UNDO_TOO_LATE",
            "QUALIFICATION_CHANGED");

    /** Codes of further refusals that actors provoke, by operation. */
    private static final Map<String, Set<String>> PROVOKED = Map.of(
            "bindSignature", Set.of("QUALIFICATION_NOT_FOUND", "SIGNATURE_NOT_ALLOWED"),
            "confirmRestriction", Set.of("SECOND_PERSON_REQUIRED"),
            "delete", Set.of("BOUND_SIGNATURES"),
            "discard", Set.of("NOTHING_TO_DISCARD", "NOT_IN_FORCE"),
            "guess", Set.of("PHONE_CODE_WRONG"),
            "readRestriction", Set.of("QUALIFICATION_NOT_FOUND"),
            "requestRestriction", Set.of("QUALIFICATION_NOT_FOUND"));

    private static final int SHOWN = 12;

    UpgradeReport {
        failures = List.copyOf(failures);
        violations = List.copyOf(violations);
    }

    boolean isClean() {
        return failures.isEmpty() && violations.isEmpty() && failed().isEmpty();
    }

    /** Returns the failed requests that the upgrade may have caused. */
    private List<Operation> failed() {
        return failed(false);
    }

    /** Returns the requests without a response, with a server error, or with an unexpected refusal. */
    private List<Operation> failed(boolean before) {
        return evidence.operations().stream()
                .filter(operation -> operation.end() == Moment.INFO || isUnexpected(operation))
                .filter(operation -> before == endedBefore(operation))
                .toList();
    }

    /** An operation whose driver has ended has neither an answer nor an end. */
    private boolean endedBefore(Operation operation) {
        return !operation.answered().isEmpty() && operation.to().isBefore(begun);
    }

    private static boolean isUnexpected(Operation operation) {
        return operation.end() == Moment.FAIL
                && !COMPETITION.contains(operation.got("code"))
                && !PROVOKED.getOrDefault(operation.name(), Set.of()).contains(operation.got("code"));
    }

    /** Formats the report for people. The last line has the result. */
    String summary() {
        Map<String, Long> counts = new CampaignFigures(evidence).counts();
        List<String> lines = new ArrayList<>();
        counts.forEach((name, count) -> lines.add("%8d %s".formatted(count, name)));
        outcomes().forEach((outcome, count) -> lines.add("%8d %s".formatted(count, outcome)));
        List<Operation> failed = failed();
        List<Operation> early = failed(true);
        early.stream().limit(SHOWN).forEach(operation -> lines.add("Failed before the upgrade: " + operation));
        failed.stream().limit(SHOWN).forEach(operation -> lines.add("FAILED: " + operation));
        failures.forEach(failure -> lines.add("THE RUN FAILED: " + failure));
        violations.stream().limit(SHOWN).forEach(violation -> lines.add("VIOLATED: " + violation.summary()));
        lines.add(("Upgrade, rollback and upgrade under load: %s. %d requests, %d failed, and %d before the upgrade; %d"
                        + " submissions, %d decisions,"
                        + " %d sheets; %d events published, %d consumed, %d parked, %d held, %d sent twice; %d dead"
                        + " letters; %d violations of invariants")
                .formatted(
                        isClean() ? "passed" : "FAILED",
                        counts.get("operations"),
                        failed.size(),
                        early.size(),
                        counts.get("submissions"),
                        counts.get("decisions"),
                        counts.get("sheets"),
                        counts.get("events"),
                        rows("inbox"),
                        parked(),
                        rows("held_event"),
                        counts.get("records repeated in topics"),
                        counts.get("dead letters"),
                        violations.size()));
        return String.join("\n", lines);
    }

    private Map<String, Long> outcomes() {
        return evidence.operations().stream()
                .map(operation -> operation.name() + " " + operation.got("status") + " " + operation.got("code"))
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    }

    private long rows(String table) {
        return Service.modules().stream()
                .mapToLong(service -> evidence.rows(service, table).size())
                .sum();
    }

    private long parked() {
        return Service.modules().stream()
                .flatMap(service -> evidence.rows(service, "inbox_cursor").stream())
                .filter(cursor -> cursor.has("parked_at"))
                .count();
    }
}
