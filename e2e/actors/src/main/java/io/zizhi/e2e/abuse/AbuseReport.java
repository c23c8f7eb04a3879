package io.zizhi.e2e.abuse;

import io.zizhi.e2e.abuse.NormalUse.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The effects of the attacks on the suite and on the second account.
 *
 * @param rows first the second account alone, then one row for each attack
 * @param before state of each idle service before the attacks
 * @param after state of each idle service afterwards
 */
public record AbuseReport(List<Row> rows, Map<String, Vitals> before, Map<String, Vitals> after) {

    private static final double MEGABYTE = 1_048_576;

    /** The requests of the second account during one attack. */
    record Row(String attack, List<Request> requests) {}

    /** Returns the second account's requests that failed or took more than five seconds, with their attacks. */
    public List<String> failures() {
        return rows.stream()
                .flatMap(row -> NormalUse.failures(row.requests()).stream().map(each -> row.attack() + ": " + each))
                .toList();
    }

    /** Returns the services whose process has changed. */
    public List<String> died() {
        return before.keySet().stream()
                .filter(service -> vitals(before, service).process()
                        != vitals(after, service).process())
                .toList();
    }

    /** Returns the heap growth of the service between its idle states, in bytes. */
    public long heapGrowth(String service) {
        return vitals(after, service).heapBytes() - vitals(before, service).heapBytes();
    }

    /** Returns the growth in the number of metric series of the service. */
    public long seriesGrowth(String service) {
        return vitals(after, service).series() - vitals(before, service).series();
    }

    /** Formats the report as a Markdown table. */
    public String summary() {
        double alone = NormalUse.quantile(rows.getFirst().requests(), 0.99);
        List<String> lines = new ArrayList<>();
        lines.add(
                "| attack | requests of the second account | p50 ms | p99 ms | longest ms | p99 relative to alone | not answered in 5 s |");
        lines.add("|---|---|---|---|---|---|---|");
        for (Row row : rows) {
            double p99 = NormalUse.quantile(row.requests(), 0.99);
            lines.add(String.format(
                    Locale.ROOT,
                    "| %s | %d | %.0f | %.0f | %.0f | %.1f | %d |",
                    row.attack(),
                    row.requests().size(),
                    NormalUse.quantile(row.requests(), 0.5),
                    p99,
                    NormalUse.quantile(row.requests(), 1),
                    alone == 0 ? 0 : p99 / alone,
                    NormalUse.failures(row.requests()).size()));
        }
        before.keySet()
                .forEach(service -> lines.add(String.format(
                        Locale.ROOT,
                        "%s: heap before %.1f MB, afterwards %.1f MB; series before %d, afterwards %d",
                        service,
                        vitals(before, service).heapBytes() / MEGABYTE,
                        vitals(after, service).heapBytes() / MEGABYTE,
                        vitals(before, service).series(),
                        vitals(after, service).series())));
        return String.join("\n", lines);
    }

    private static Vitals vitals(Map<String, Vitals> all, String service) {
        Vitals vitals = all.get(service);
        if (vitals == null) {
            throw new IllegalArgumentException("No data for " + service);
        }
        return vitals;
    }
}
