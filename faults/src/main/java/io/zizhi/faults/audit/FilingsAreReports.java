package io.zizhi.faults.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.zizhi.e2e.Api;
import io.zizhi.faults.driver.history.Moment;
import io.zizhi.faults.driver.history.Operation;
import io.zizhi.faults.evidence.Evidence;
import io.zizhi.faults.evidence.Findings;
import io.zizhi.faults.evidence.Invariant;
import io.zizhi.faults.evidence.Row;
import io.zizhi.faults.evidence.Violation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** I17: every bound signature is filed with every carrier, exactly as the filing system has reported. */
final class FilingsAreReports implements Invariant {

    private static final Set<String> CARRIERS = Set.of("CHINA_MOBILE", "CHINA_TELECOM", "CHINA_UNICOM");

    private static final String ACT = "CARRIER_FILING_";
    private static final String REQUESTED = "REQUESTED";
    private static final String PENDING = "PENDING";

    /** The results of reports. An audit row and an entry of the timeline have the same names. */
    private static final List<String> RESULTS = List.of("FILED", "ACCEPTED", "REJECTED");

    /** The transitions by the acts in the timeline, with the states before. */
    private static final Map<String, Set<String>> BEFORE = Map.of(
            REQUESTED,
            Set.of(""),
            "FILED",
            Set.of(PENDING),
            "ACCEPTED",
            Set.of("FILED"),
            "REJECTED",
            Set.of("FILED"),
            "CANCELLED",
            Set.of(PENDING, "FILED", "ACCEPTED"));

    @Override
    public String id() {
        return "I17";
    }

    @Override
    public String says() {
        return "Each bound signature has one carrier filing per carrier and revision in force; each moves legally, as its"
                + " reports said, with one entry in the timeline and one audit row per result; no two claims hold it at"
                + " once, and every read of its data is audited.";
    }

    @Override
    public List<Violation> check(Evidence evidence) {
        Findings findings = new Findings(this);
        List<Row> filings = evidence.rows(Evidence.QUALIFICATION, "carrier_filing");
        perRevision(findings, evidence, filings);
        Map<String, List<String>> acts = acts(evidence);
        Map<String, List<Operation>> reports = evidence.operations().stream()
                .filter(operation -> operation.name().equals("reportFiling"))
                .collect(Collectors.groupingBy(operation -> operation.sent("filing")));
        Map<String, Long> audited = evidence.rows(Evidence.QUALIFICATION, "audit_entry").stream()
                .filter(row -> row.text("action").startsWith("carrier-filing."))
                .collect(Collectors.groupingBy(
                        row -> row.text("object_id") + " " + row.text("action"), Collectors.counting()));
        for (Row filing : filings) {
            String id = filing.text("id");
            List<String> own = acts.getOrDefault(id, List.of());
            moves(findings, filing, own);
            for (String result : RESULTS) {
                reported(findings, filing, result, own, reports.getOrDefault(id, List.of()));
                long rows = audited.getOrDefault(id + " carrier-filing." + result.toLowerCase(Locale.ROOT), 0L);
                findings.require(
                        rows == (own.contains(result) ? 1 : 0),
                        "Carrier filing " + id + " was audited " + rows + " times as " + result,
                        filing,
                        own);
            }
        }
        amendments(findings, evidence, acts);
        claims(findings, evidence);
        views(findings, evidence, audited);
        return findings.all();
    }

    private static void perRevision(Findings findings, Evidence evidence, List<Row> filings) {
        Map<String, List<Row>> bySignature =
                filings.stream().collect(Collectors.groupingBy(filing -> filing.text("signature_id")));
        for (Row signature : evidence.rows(Evidence.QUALIFICATION, "signature")) {
            String id = signature.text("id");
            List<Row> own = bySignature.getOrDefault(id, List.of());
            Map<String, List<String>> carriers = own.stream()
                    .collect(Collectors.groupingBy(
                            filing -> filing.text("revision_id"),
                            Collectors.mapping(filing -> filing.text("carrier"), Collectors.toList())));
            findings.require(!carriers.isEmpty(), "Signature " + id + " was never filed", signature);
            carriers.forEach((revision, filed) -> findings.require(
                    filed.size() == CARRIERS.size() && CARRIERS.equals(new TreeSet<>(filed)),
                    "Signature " + id + " was filed with revision " + revision + " at " + filed,
                    own));
            findings.require(
                    !signature.has("released_at") || own.stream().allMatch(FilingsAreReports::hasEnded),
                    "A carrier filing of released signature " + id + " has not ended",
                    own);
        }
    }

    private static boolean hasEnded(Row filing) {
        return filing.has("ended_at");
    }

    /** Returns the acts on each filing, in their order, without the prefix. */
    private static Map<String, List<String>> acts(Evidence evidence) {
        Map<String, List<String>> acts = new HashMap<>();
        evidence.rows(Evidence.QUALIFICATION, "carrier_filing_entry").stream()
                .filter(entry -> !entry.text("act").equals(ACT + "OVERDUE"))
                .sorted(Comparator.comparingLong(entry -> entry.number("id")))
                .forEach(entry -> acts.computeIfAbsent(
                                details(entry).path("filingId").asText(), none -> new ArrayList<>())
                        .add(entry.text("act").substring(ACT.length())));
        return acts;
    }

    private static JsonNode details(Row entry) {
        try {
            return Api.JSON.readTree(entry.text("details"));
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("Unreadable details in " + entry, unreadable);
        }
    }

    private static void moves(Findings findings, Row filing, List<String> acts) {
        String state = "";
        for (String act : acts) {
            findings.require(
                    BEFORE.getOrDefault(act, Set.of()).contains(state),
                    "Carrier filing " + filing.text("id") + " was " + act + " while "
                            + (state.isEmpty() ? "absent" : state),
                    filing,
                    acts);
            state = act.equals(REQUESTED) ? PENDING : act;
        }
        findings.require(
                filing.text("status").equals(state),
                "The timeline of carrier filing " + filing.text("id") + " leads to " + state,
                filing,
                acts);
    }

    /** Checks one result: its entry must come from a report, and an answered report must have led to it. */
    private static void reported(Findings findings, Row filing, String result, List<String> acts, List<Operation> all) {
        String id = filing.text("id");
        List<Operation> reports = all.stream()
                .filter(report -> report.sent("result").equals(result))
                .toList();
        boolean recorded = acts.contains(result);
        findings.require(
                !recorded || reports.stream().anyMatch(report -> report.end() != Moment.FAIL),
                "Carrier filing " + id + " is " + result + " without a report",
                filing,
                reports);
        // a report about a released signature cancels the filing and is answered with that
        findings.require(
                recorded
                        || reports.stream()
                                .noneMatch(report -> report.end() == Moment.OK
                                        && !report.got("state").equals("CANCELLED")),
                "The report " + result + " of carrier filing " + id + " was lost",
                filing,
                reports);
        if (result.equals("FILED") && recorded) {
            findings.require(
                    reports.stream()
                            .filter(report -> report.end() != Moment.FAIL)
                            .anyMatch(report -> report.sent("claim").equals(filing.text("claim_id"))),
                    "Carrier filing " + id + " was filed under another claim than reported",
                    filing,
                    reports);
        }
    }

    /** Checks that the filing system opened an amendment at most once for a rejected filing, and for no other. */
    private static void amendments(Findings findings, Evidence evidence, Map<String, List<String>> acts) {
        Set<String> seen = new HashSet<>();
        evidence.rows(Evidence.QUALIFICATION, "timeline_entry").stream()
                .filter(entry -> entry.text("act").equals("AMENDMENT_OPENED")
                        && entry.text("role").equals("carrier-filing-system"))
                .forEach(entry -> {
                    String filing = details(entry).path("filingId").asText();
                    findings.require(
                            acts.getOrDefault(filing, List.of()).contains("REJECTED") && seen.add(filing),
                            "An amendment was opened for carrier filing " + filing + ", which nobody rejected before",
                            entry);
                });
    }

    /** Checks that an answered claim contains no filing that an earlier claim held until after it. */
    private static void claims(Findings findings, Evidence evidence) {
        Map<String, Instant> until = new HashMap<>();
        evidence.operations().stream()
                .filter(operation -> operation.is("claimFilings", Moment.OK))
                .forEach(claim -> Stream.of(claim.got("filings").split(" ", -1))
                        .filter(item -> !item.isEmpty())
                        .forEach(item -> {
                            String filing = item.substring(0, item.indexOf('@'));
                            Instant before = until.put(filing, Instant.parse(item.substring(item.indexOf('@') + 1)));
                            findings.require(
                                    before == null || !claim.to().isBefore(before),
                                    "Carrier filing " + filing + " was claimed again before its claim ran out",
                                    claim);
                        }));
    }

    private static void views(Findings findings, Evidence evidence, Map<String, Long> audited) {
        Map<String, List<Operation>> reads = evidence.operations().stream()
                .filter(operation -> operation.name().equals("readFilingData"))
                .collect(Collectors.groupingBy(operation -> operation.sent("filing")));
        Set<String> viewed = new HashSet<>(reads.keySet());
        evidence.rows(Evidence.QUALIFICATION, "carrier_filing").forEach(filing -> viewed.add(filing.text("id")));
        for (String filing : viewed) {
            List<Operation> own = reads.getOrDefault(filing, List.of());
            long rows = audited.getOrDefault(filing + " carrier-filing.viewed", 0L);
            long answered = own.stream().filter(read -> read.end() == Moment.OK).count();
            long unanswered =
                    own.stream().filter(read -> read.end() == Moment.INFO).count();
            findings.require(
                    answered <= rows && rows <= answered + unanswered,
                    "The data of carrier filing " + filing + " was read " + answered + " times and audited " + rows
                            + " times",
                    own);
        }
    }
}
