package io.zizhi.platform.database;

import io.vertx.core.net.PemTrustOptions;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.SslMode;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Gives connections outside the pool the TLS settings of the pool. Quarkus reads these settings for its pool only;
 * without them a connection would trust the authorities of the JDK and not that of the database.
 */
@Singleton
public class ConnectionTls {

    private final Optional<String> mode;
    private final Optional<List<String>> certificates;
    private final Optional<String> verification;

    ConnectionTls(
            @ConfigProperty(name = "quarkus.datasource.reactive.postgresql.ssl-mode") Optional<String> mode,
            @ConfigProperty(name = "quarkus.datasource.reactive.trust-certificate-pem.certs")
                    Optional<List<String>> certificates,
            @ConfigProperty(name = "quarkus.datasource.reactive.hostname-verification-algorithm")
                    Optional<String> verification) {
        this.mode = mode;
        this.certificates = certificates;
        this.verification = verification;
    }

    /** A configured mode takes precedence over one in the address, as in the pool. */
    public PgConnectOptions apply(PgConnectOptions options) {
        mode.map(name -> SslMode.of(name.toLowerCase(Locale.ROOT).replace('_', '-')))
                .ifPresent(options::setSslMode);
        verification.ifPresent(options::setHostnameVerificationAlgorithm);
        certificates.ifPresent(files -> {
            PemTrustOptions trust = new PemTrustOptions();
            files.forEach(trust::addCertPath);
            options.setTrustOptions(trust);
        });
        return options;
    }
}
