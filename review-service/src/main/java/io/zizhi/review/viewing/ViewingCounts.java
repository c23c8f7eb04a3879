package io.zizhi.review.viewing;

import io.zizhi.platform.database.Row;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How much a person has seen.
 *
 * @param counts the count of each measure
 */
record ViewingCounts(Map<ViewingMeasure, Long> counts) {

    ViewingCounts {
        counts = Map.copyOf(counts);
    }

    static ViewingCounts from(Row row) {
        return new ViewingCounts(Arrays.stream(ViewingMeasure.values())
                .collect(Collectors.toMap(Function.identity(), measure -> row.number(measure.column()))));
    }

    long of(ViewingMeasure measure) {
        return counts.getOrDefault(measure, 0L);
    }
}
