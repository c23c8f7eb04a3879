package io.zizhi.review.viewing;

import io.zizhi.platform.database.Row;
import java.util.List;

/**
 * The people who view much, or outside working hours.
 *
 * @param unusual people whose views are unusual, but below the limits
 * @param limited people who have reached a limit
 * @param outsideHours people who viewed personal data within the last hour while the desk was closed
 */
record MeasuredViewing(long unusual, long limited, long outsideHours) {

    /** More people than a desk has. */
    static final int MOST = 10_000;

    static MeasuredViewing of(List<Row> people, ViewingLimits limits) {
        List<ViewingLevel> levels = people.stream()
                .map(row -> limits.level(ViewingCounts.from(row)))
                .toList();
        return new MeasuredViewing(
                count(levels, ViewingLevel.UNUSUAL),
                count(levels, ViewingLevel.LIMITED),
                people.stream()
                        .filter(row -> row.number("outside_per_hour") > 0)
                        .count());
    }

    private static long count(List<ViewingLevel> levels, ViewingLevel level) {
        return levels.stream().filter(level::equals).count();
    }
}
