package io.zizhi.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.zizhi.platform.testkit.LocalInfrastructure;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
class PreparedStatementsComponentTest {

    private static final AtomicInteger TESTS = new AtomicInteger();

    /** A separate table for each test, because the pooled connection keeps its prepared statements. */
    private final String table = "growing_" + TESTS.incrementAndGet();

    private final String reading = "select * from " + table + " where id = $1";

    @Inject
    Pool pool;

    private SqlConnection connection;

    @BeforeEach
    void connect() {
        connection = pool.getConnectionAndAwait();
        run("create temporary table " + table + "(id bigint)");
    }

    @AfterEach
    void disconnect() {
        run("drop table " + table);
        connection.closeAndAwait();
    }

    @Test
    void prepares_statement_once_and_plans_each_call() {
        for (int call = 0; call < 10; call++) {
            read();
        }

        var kept = connection
                .preparedQuery("select generic_plans, custom_plans from pg_prepared_statements where statement = $1")
                .executeAndAwait(Tuple.of(reading));

        assertThat(kept).singleElement().satisfies(statement -> {
            assertThat(statement.getLong("generic_plans")).isZero();
            assertThat(statement.getLong("custom_plans")).isEqualTo(10);
        });
    }

    /** Simulates the rollout of a release that adds a column while the previous one still serves. */
    @Test
    void prepares_statement_again_after_a_column_is_added() {
        read();
        run("alter table " + table + " add column name text");

        assertThatThrownBy(this::read).hasMessageContaining("cached plan must not change result type");

        read();
    }

    private void read() {
        connection.preparedQuery(reading).executeAndAwait(Tuple.of(1L));
    }

    private void run(String statement) {
        connection.query(statement).executeAndAwait();
    }
}
