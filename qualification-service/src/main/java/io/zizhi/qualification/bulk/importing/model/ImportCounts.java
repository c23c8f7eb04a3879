package io.zizhi.qualification.bulk.importing.model;

import java.util.EnumMap;
import java.util.Map;

/**
 * Number of rows of an import.
 *
 * @param rows by state; states without rows are missing
 * @param warned rows with warnings
 */
public record ImportCounts(Map<ImportRowState, Long> rows, long warned) {

    public static final ImportCounts NONE = new ImportCounts(Map.of(), 0);

    public ImportCounts {
        rows = Map.copyOf(rows);
    }

    public static ImportCounts of(ImportRowState state, long rows, long warned) {
        return new ImportCounts(Map.of(state, rows), warned);
    }

    public ImportCounts plus(ImportCounts other) {
        Map<ImportRowState, Long> sum = new EnumMap<>(ImportRowState.class);
        sum.putAll(rows);
        other.rows.forEach((state, count) -> sum.merge(state, count, Long::sum));
        return new ImportCounts(sum, warned + other.warned);
    }

    public long of(ImportRowState state) {
        return rows.getOrDefault(state, 0L);
    }
}
