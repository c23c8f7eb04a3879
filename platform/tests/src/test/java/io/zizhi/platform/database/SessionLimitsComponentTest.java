package io.zizhi.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.zizhi.platform.testkit.LocalInfrastructure;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.junit.jupiter.api.Test;

/** Reads the limits from live sessions. The relay's session gets its limits from the same class as the pool's. */
@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
class SessionLimitsComponentTest {

    private static final String TCP = """
            select name, setting from pg_settings
            where name in ('tcp_keepalives_idle', 'tcp_keepalives_interval', 'tcp_keepalives_count', 'tcp_user_timeout')
            """;
    private static final String ALL = TCP + " or name in ('statement_timeout', 'idle_in_transaction_session_timeout')";
    private static final Map<String, String> OF_CONNECTION = Map.of(
            "tcp_keepalives_idle", "10",
            "tcp_keepalives_interval", "5",
            "tcp_keepalives_count", "3",
            "tcp_user_timeout", "20000");

    @Inject
    Pool pool;

    @Inject
    AgroalDataSource migrations;

    @Inject
    KafkaClientService kafka;

    @Test
    void limits_sessions_of_the_pool() {
        Map<String, String> expected = new TreeMap<>(OF_CONNECTION);
        expected.put("statement_timeout", "30000");
        expected.put("idle_in_transaction_session_timeout", "15000");
        assertThat(settings(pool.query(ALL).executeAndAwait())).isEqualTo(expected);
    }

    @Test
    void migration_sessions_detect_vanished_host() throws SQLException {
        Map<String, String> settings = new TreeMap<>();
        try (var connection = migrations.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(TCP)) {
            while (rows.next()) {
                settings.put(rows.getString(1), rows.getString(2));
            }
        }
        assertThat(settings).isEqualTo(OF_CONNECTION);
    }

    /** A replica whose host vanished cannot give up its partitions itself. */
    @Test
    void broker_drops_vanished_replica_after_ten_seconds() {
        Map<String, ?> settings = kafka.getConsumer("qualification-events").configuration();
        assertThat(settings.get(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG)).hasToString("10000");
        assertThat(settings.get(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG)).hasToString("3000");
    }

    private static Map<String, String> settings(RowSet<Row> rows) {
        Map<String, String> settings = new TreeMap<>();
        rows.forEach(row -> settings.put(row.getString(0), row.getString(1)));
        return settings;
    }
}
