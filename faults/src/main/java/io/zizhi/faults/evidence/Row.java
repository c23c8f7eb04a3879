package io.zizhi.faults.evidence;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A row of a table, without encrypted columns. */
public final class Row {

    private final Map<String, @Nullable Object> columns;

    /** @param columns values by name: texts, numbers, booleans, {@link Instant} and null */
    public Row(Map<String, ? extends @Nullable Object> columns) {
        this.columns = Collections.unmodifiableMap(new TreeMap<>(columns));
    }

    /** Returns the value as text; empty if it is null. */
    public String text(String column) {
        Object value = columns.get(column);
        return value == null ? "" : value.toString();
    }

    /** Returns the number; 0 if it is null. */
    public long number(String column) {
        return columns.get(column) instanceof Number number ? number.longValue() : 0;
    }

    /** Returns the instant, which must exist. */
    public Instant instant(String column) {
        if (columns.get(column) instanceof Instant instant) {
            return instant;
        }
        throw new IllegalStateException("There is no instant " + column + " in " + this);
    }

    public boolean has(String column) {
        return columns.get(column) != null;
    }

    public boolean isTrue(String column) {
        return Boolean.TRUE.equals(columns.get(column));
    }

    @Override
    public String toString() {
        return columns.toString();
    }
}
