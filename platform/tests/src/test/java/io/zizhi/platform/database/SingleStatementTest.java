package io.zizhi.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import io.zizhi.platform.testkit.ClosedPort;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SingleStatementTest {

    private static final int TIMEOUT_MILLIS = 200;

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void reports_no_further_error_when_the_database_cannot_be_reached() throws Exception {
        List<Throwable> uncaught = new CopyOnWriteArrayList<>();
        vertx.exceptionHandler(uncaught::add);
        try (ClosedPort closed = new ClosedPort()) {
            var pool = PgBuilder.pool()
                    .with(new PoolOptions()
                            .setConnectionTimeout(TIMEOUT_MILLIS)
                            .setConnectionTimeoutUnit(TimeUnit.MILLISECONDS))
                    .connectingTo(new PgConnectOptions().setHost("127.0.0.1").setPort(closed.number()))
                    .using(vertx)
                    .build();
            SingleStatement statement = new SingleStatement(io.vertx.mutiny.sqlclient.Pool.newInstance(pool));

            assertThatThrownBy(() -> statement.row("select 1").await().atMost(Duration.ofSeconds(20)))
                    .hasMessageContaining("Connection refused");
            awaitTimersOf(2 * TIMEOUT_MILLIS);
        }
        assertThat(uncaught).isEmpty();
    }

    private void awaitTimersOf(int millis) {
        CompletableFuture<Long> ended = new CompletableFuture<>();
        vertx.setTimer(millis, ended::complete);
        ended.orTimeout(20, TimeUnit.SECONDS).join();
    }
}
