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
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Builds a native statement from optional conditions. Needs a session. */
public final class NativeQuery {

    private final StringBuilder sql;
    private final Map<String, Object> parameters = new HashMap<>();
    private boolean conditional;

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

    public NativeQuery with(String parameter, Object value) {
        parameters.put(parameter, value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value);
        return this;
    }

    /** Appends the clauses after the conditions. */
    public NativeQuery then(String clause) {
        sql.append(' ').append(clause);
        return this;
    }

    public Uni<List<Row>> rows() {
        return Panache.getSession()
                .chain(session -> {
                    Mutiny.SelectionQuery<Tuple> query = session.createNativeQuery(sql.toString(), Tuple.class);
                    parameters.forEach(query::setParameter);
                    return query.getResultList();
                })
                .map(rows -> rows.stream().map(Row::new).toList());
    }

    public Uni<Optional<Row>> first() {
        return rows().map(rows -> rows.stream().findFirst());
    }

    /** Runs a statement that changes rows, and returns their number. */
    public Uni<Integer> execute() {
        return Panache.getSession().chain(session -> {
            Mutiny.Query<Object> query = session.createNativeQuery(sql.toString());
            parameters.forEach(query::setParameter);
            return query.executeUpdate();
        });
    }
}
