package io.zizhi.bench.site;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The measured values of one quantity, and their statistics. */
public record Figures(String what, String unit, List<Double> sorted) {

    public static Figures of(String what, String unit, List<Double> values) {
        return new Figures(what, unit, values.stream().sorted().toList());
    }

    /** Converts latencies in nanoseconds to milliseconds. */
    public static Figures ofNanos(String what, long[] nanos) {
        return new Figures(
                what,
                "ms",
                Arrays.stream(nanos).sorted().mapToObj(each -> each / 1e6).toList());
    }

    /**
     * Returns a percentile by nearest rank.
     *
     * @param share between 0 and 1
     */
    public double percentile(double share) {
        int rank = (int) Math.ceil(share * sorted.size());
        return sorted.get(Math.max(0, Math.min(sorted.size() - 1, rank - 1)));
    }

    /** Returns a table row for repeated rounds: n, minimum, median, maximum. */
    public String rounds() {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %d | %.0f | %.0f | %.0f |",
                what,
                unit,
                sorted.size(),
                percentile(0),
                percentile(0.5),
                percentile(1));
    }

    /** Returns a table row for a distribution: n, p50, p90, p99, p99.9, maximum. */
    String distribution() {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %d | %.1f | %.1f | %.1f | %.1f | %.1f |",
                what,
                unit,
                sorted.size(),
                percentile(0.5),
                percentile(0.9),
                percentile(0.99),
                percentile(0.999),
                percentile(1));
    }
}
