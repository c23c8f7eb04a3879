package io.zizhi.local.server.postgres;

import io.zizhi.local.state.Certificates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** The suite's PostgreSQL settings, in a separate file that each start rewrites. */
final class PostgresConfiguration {

    private static final String FILE = "zizhi.conf";
    /** The rules for connections with TLS, in place of pg_hba.conf. */
    private static final String RULES = "zizhi_hba.conf";

    private static final String INCLUDE = "\ninclude = '" + FILE + "'\n";

    private PostgresConfiguration() {}

    static void write(Path data, int port, Optional<Certificates> tls) {
        try {
            Files.writeString(data.resolve(RULES), "hostssl all all 127.0.0.1/32 scram-sha-256\n");
            Files.writeString(
                    data.resolve(FILE),
                    """
                    listen_addresses = '127.0.0.1'
                    port = %d
                    unix_socket_directories = ''
                    password_encryption = 'scram-sha-256'
                    max_connections = 300
                    shared_buffers = '64MB'
                    timezone = 'UTC'
                    log_timezone = 'UTC'
                    log_connections = off
                    # commits survive a crash, as in production
                    fsync = on
                    synchronous_commit = on
                    full_page_writes = on
                    """.formatted(port)
                            + tls.map(certificates -> lines(certificates, data)).orElse(""));
            Path main = data.resolve("postgresql.conf");
            if (!Files.readString(main).contains(INCLUDE)) {
                Files.writeString(main, INCLUDE, StandardOpenOption.APPEND);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String lines(Certificates tls, Path data) {
        return """
                ssl = on
                ssl_cert_file = '%s'
                ssl_key_file = '%s'
                ssl_min_protocol_version = 'TLSv1.3'
                hba_file = '%s'
                """.formatted(tls.certificate(), tls.key(), data.resolve(RULES));
    }
}
