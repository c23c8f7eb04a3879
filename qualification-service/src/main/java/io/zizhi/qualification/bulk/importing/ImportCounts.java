package io.zizhi.qualification.bulk.importing;

import java.util.EnumMap;
import java.util.Map;

/**
 * Number of rows of an import.
 *
 * @param rows by state; states without rows are missing
 * @param warned rows with warnings
 */
record ImportCounts(Map<ImportRowState, Long> rows, long warned) {

    static final ImportCounts NONE = new ImportCounts(Map.of(), 0);

    ImportCounts {
        rows = Map.copyOf(rows);
    }

    static ImportCounts of(ImportRowState state, long rows, long warned) {
        return new ImportCounts(Map.of(state, rows), warned);
    }

    ImportCounts plus(ImportCounts other) {
        Map<ImportRowState, Long> sum = new EnumMap<>(ImportRowState.class);
        sum.putAll(rows);
        other.rows.forEach((state, count) -> sum.merge(state, count, Long::sum));
        return new ImportCounts(sum, warned + other.warned);
    }

    long of(ImportRowState state) {
        return rows.getOrDefault(state, 0L);
    }
}
