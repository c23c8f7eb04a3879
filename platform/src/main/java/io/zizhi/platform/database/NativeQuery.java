package io.zizhi.platform.database;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.FlushMode;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Builds and runs a native statement, for example from optional conditions. Needs a session. */
public final class NativeQuery {

    private final StringBuilder sql;
    private final Map<String, @Nullable Object> parameters = new HashMap<>();
    private boolean conditional;
    private boolean flushes = true;

    /** @param statement everything before the conditions */
    public NativeQuery(String statement) {
        sql = new StringBuilder(statement);
    }

    public NativeQuery where(String condition) {
        sql.append(conditional ? " and " : " where ").append(condition);
        conditional = true;
        return this;
    }

    /** Adds the condition with its parameter; does nothing if the value is null. */
    public NativeQuery where(String condition, String parameter, @Nullable Object value) {
        return value == null ? this : where(condition).with(parameter, value);
    }

    public NativeQuery with(String parameter, @Nullable Object value) {
        parameters.put(parameter, value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value);
        return this;
    }

    public NativeQuery with(Map<String, ?> values) {
        values.forEach(this::with);
        return this;
    }

    /** Leaves pending changes of entities unsent: they may be incomplete, and the statement does not concern them. */
    public NativeQuery withoutFlush() {
        flushes = false;
        return this;
    }

    /** Appends the clauses after the conditions. */
    public NativeQuery then(String clause) {
        sql.append(' ').append(clause);
        return this;
    }

    public Uni<List<Row>> rows() {
        return list(Tuple.class).map(rows -> rows.stream().map(Row::new).toList());
    }

    public Uni<Optional<Row>> first() {
        return first(Tuple.class).map(found -> found.map(Row::new));
    }

    /** @param type an entity, {@code Tuple}, or the type of the only column */
    public <T> Uni<List<T>> list(Class<T> type) {
        return Panache.getSession().chain(session -> {
            Mutiny.SelectionQuery<T> query = session.createNativeQuery(sql.toString(), type);
            if (!flushes) {
                query.setFlushMode(FlushMode.MANUAL);
            }
            parameters.forEach(query::setParameter);
            return query.getResultList();
        });
    }

    public <T> Uni<Optional<T>> first(Class<T> type) {
        return list(type).map(found -> found.stream().findFirst());
    }

    /** Returns the first result; fails if there is none. */
    public <T> Uni<T> single(Class<T> type) {
        return list(type).map(List::getFirst);
    }

    /** Runs a statement that changes rows, and returns their number. */
    public Uni<Integer> execute() {
        return Panache.getSession().chain(session -> {
            Mutiny.Query<Object> query = session.createNativeQuery(sql.toString());
            if (!flushes) {
                query.setFlushMode(FlushMode.MANUAL);
            }
            parameters.forEach(query::setParameter);
            return query.executeUpdate();
        });
    }
}
