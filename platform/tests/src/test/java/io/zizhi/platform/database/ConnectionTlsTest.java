package io.zizhi.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.net.PemTrustOptions;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.SslMode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConnectionTlsTest {

    private static PgConnectOptions address() {
        return PgConnectOptions.fromUri("postgresql://database-rw:5432/review?sslmode=require");
    }

    @Test
    void applies_settings_of_the_pool() {
        PgConnectOptions options = new ConnectionTls(
                        Optional.of("verify-full"), Optional.of(List.of("/etc/ca.crt")), Optional.of("HTTPS"))
                .apply(address());
        assertThat(options.getSslMode()).isEqualTo(SslMode.VERIFY_FULL);
        assertThat(options.getHostnameVerificationAlgorithm()).isEqualTo("HTTPS");
        assertThat(options.getTrustOptions())
                .isInstanceOfSatisfying(
                        PemTrustOptions.class,
                        trust -> assertThat(trust.getCertPaths()).containsExactly("/etc/ca.crt"));
    }

    @Test
    void keeps_address_without_settings() {
        PgConnectOptions options =
                new ConnectionTls(Optional.empty(), Optional.empty(), Optional.empty()).apply(address());
        assertThat(options.getSslMode()).isEqualTo(SslMode.REQUIRE);
        assertThat(options.getTrustOptions()).isNull();
    }
}
