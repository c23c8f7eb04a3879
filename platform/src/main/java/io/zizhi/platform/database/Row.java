package io.zizhi.platform.database;

import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One row of a native query, read by column name. */
public record Row(Tuple tuple) {

    public String text(String column) {
        return Objects.requireNonNull(textOrNull(column));
    }

    public @Nullable String textOrNull(String column) {
        return tuple.get(column, String.class);
    }

    /** Returns a whole number of any width. */
    public long number(String column) {
        return ((Number) tuple.get(column)).longValue();
    }

    public @Nullable Long numberOrNull(String column) {
        return tuple.get(column) instanceof Number number ? number.longValue() : null;
    }

    public boolean flag(String column) {
        return tuple.get(column, Boolean.class);
    }

    public Instant instant(String column) {
        return Objects.requireNonNull(instantOrNull(column));
    }

    public @Nullable Instant instantOrNull(String column) {
        Object value = tuple.get(column);
        return value instanceof OffsetDateTime time ? time.toInstant() : (Instant) value;
    }

    public @Nullable UUID idOrNull(String column) {
        return tuple.get(column, UUID.class);
    }
}
