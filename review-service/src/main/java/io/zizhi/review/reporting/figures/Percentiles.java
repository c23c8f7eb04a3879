package io.zizhi.review.reporting.figures;

import io.zizhi.platform.database.Row;
import org.jspecify.annotations.Nullable;

/**
 * Percentiles of a duration, in whole seconds. They are exact for the decisions of the period; values between two
 * decisions are interpolated.
 *
 * @param p50 half of the decisions took no longer
 * @param p90 90 of 100 took no longer
 * @param p99 99 of 100 took no longer
 */
public record Percentiles(long p50, long p90, long p99) {

    /** Returns SQL columns for the percentiles of {@code column}, named after it. */
    static String columns(String column) {
        return column(column, "0.5", "p50") + ", " + column(column, "0.9", "p90") + ", "
                + column(column, "0.99", "p99");
    }

    private static String column(String column, String fraction, String name) {
        return "cast(round(percentile_cont(" + fraction + ") within group (order by " + column + ")) as bigint) as "
                + column + "_" + name;
    }

    /** Returns the percentiles; null if no decision has that duration. */
    static @Nullable Percentiles from(Row row, String column) {
        Long median = row.numberOrNull(column + "_p50");
        return median == null
                ? null
                : new Percentiles(median, row.number(column + "_p90"), row.number(column + "_p99"));
    }
}
