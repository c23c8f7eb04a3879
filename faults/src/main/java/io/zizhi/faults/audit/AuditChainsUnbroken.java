package io.zizhi.faults.audit;

import io.zizhi.faults.evidence.Evidence;
import io.zizhi.faults.evidence.Findings;
import io.zizhi.faults.evidence.Invariant;
import io.zizhi.faults.evidence.Row;
import io.zizhi.faults.evidence.Violation;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * I15: faults neither break nor fork the chains of audit rows. The hashes are not in the evidence; {@code ./zizhi audit
 * verify} recomputes them.
 */
final class AuditChainsUnbroken implements Invariant {

    private static final List<String> SERVICES =
            List.of(Evidence.QUALIFICATION, Evidence.DOCUMENT, Evidence.REVIEW, Evidence.NOTIFICATION);

    @Override
    public String id() {
        return "I15";
    }

    @Override
    public String says() {
        return "The audit rows of each account are one chain without gaps and forks, which ends at its head.";
    }

    @Override
    public List<Violation> check(Evidence evidence) {
        Findings findings = new Findings(this);
        for (String service : SERVICES) {
            List<Row> rows = evidence.rows(service, "audit_entry");
            Map<String, List<Long>> chains = rows.stream()
                    .filter(AuditChainsUnbroken::isChained)
                    .collect(Collectors.groupingBy(
                            AuditChainsUnbroken::chain,
                            Collectors.mapping(row -> row.number("chain_sequence"), Collectors.toList())));
            Map<String, Row> heads = evidence.rowsBy(service, "audit_head", "chain");
            chains.forEach((chain, positions) -> chain(findings, service + " " + chain, positions, heads.get(chain)));
            heads.keySet()
                    .forEach(chain -> findings.require(
                            chains.containsKey(chain), "The head of " + service + " " + chain + " has no rows"));
            unchained(findings, service, rows);
        }
        return findings.all();
    }

    private static void chain(Findings findings, String chain, List<Long> positions, @Nullable Row head) {
        List<Long> sorted = positions.stream().sorted().toList();
        List<Long> expected =
                LongStream.rangeClosed(1, positions.size()).boxed().toList();
        findings.require(sorted.equals(expected), "Audit rows have gaps or forks: " + chain, sorted);
        findings.require(
                head != null && head.number("sequence") == positions.size(),
                "The last audit row is not the head: " + chain,
                String.valueOf(head));
    }

    /** Rows of releases before the chains have none; later rows have one, also those that an older replica writes. */
    private static void unchained(Findings findings, String service, List<Row> rows) {
        long first = rows.stream()
                .filter(AuditChainsUnbroken::isChained)
                .mapToLong(row -> row.number("sequence"))
                .min()
                .orElse(Long.MAX_VALUE);
        rows.stream()
                .filter(row -> !isChained(row))
                .forEach(row -> findings.require(
                        row.number("sequence") < first, "An audit row of " + service + " has no chain", row));
    }

    private static boolean isChained(Row row) {
        return row.has("chain_sequence");
    }

    private static String chain(Row row) {
        return row.has("account_id") ? row.text("account_id") : "system";
    }
}
