package io.zizhi.review.reporting.figures;

import io.zizhi.platform.operations.Row;
import org.jspecify.annotations.Nullable;

/**
 * How long something took, in whole seconds. Exact for the decisions of the period; between two of them it is interpolated.
 *
 * @param p50 half of them took no longer
 * @param p90 nine of ten took no longer
 * @param p99 ninety-nine of a hundred took no longer
 */
public record Percentiles(long p50, long p90, long p99) {

    /** Columns for the percentiles of {@code column}, named by it. */
    static String columns(String column) {
        return column(column, "0.5", "p50") + ", " + column(column, "0.9", "p90") + ", "
                + column(column, "0.99", "p99");
    }

    private static String column(String column, String fraction, String name) {
        return "cast(round(percentile_cont(" + fraction + ") within group (order by " + column + ")) as bigint) as "
                + column + "_" + name;
    }

    /** Null where nothing has that duration. */
    static @Nullable Percentiles from(Row row, String column) {
        Long median = row.numberOrNull(column + "_p50");
        return median == null
                ? null
                : new Percentiles(median, row.number(column + "_p90"), row.number(column + "_p99"));
    }
}
