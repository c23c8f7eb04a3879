package io.zizhi.platform.database;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/**
 * Runs one statement without a Hibernate session or transaction. Background loops use it to look for work twice a
 * second: it takes one exchange with the database instead of five.
 */
@ApplicationScoped
public class SingleStatement {

    private final Pool pool;

    SingleStatement(Pool pool) {
        this.pool = pool;
    }

    /**
     * Returns the rows of a query.
     *
     * <p>Takes a connection for it. If the pool runs a query itself and finds no connection, its time-out still reports
     * an error ten seconds later ({@code vertx-sql-client}, issue 1706).
     */
    public Uni<RowSet<Row>> rows(String sql, Tuple parameters) {
        return pool.withConnection(connection -> connection.preparedQuery(sql).execute(parameters));
    }

    /** Returns the only row of a query. */
    public Uni<Row> row(String sql, Object... parameters) {
        return rows(sql, Tuple.wrap(parameters)).map(rows -> rows.iterator().next());
    }

    /** Does the work if a query finds any row. Returns the work's result, or false without a row. */
    public Uni<Boolean> ifFinds(String query, Supplier<Uni<Boolean>> work) {
        return row("select exists (" + query + ")")
                .chain(row -> row.getBoolean(0) ? work.get() : Uni.createFrom().item(false));
    }
}
