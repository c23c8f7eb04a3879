package io.zizhi.local.server.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The suite's PostgreSQL settings, in a separate file that each start rewrites. */
final class PostgresConfiguration {

    private static final String FILE = "zizhi.conf";
    private static final String INCLUDE = "\ninclude = '" + FILE + "'\n";

    private PostgresConfiguration() {}

    static void write(Path data, int port) {
        try {
            Files.writeString(data.resolve(FILE), """
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
                    """.formatted(port));
            Path main = data.resolve("postgresql.conf");
            if (!Files.readString(main).contains(INCLUDE)) {
                Files.writeString(main, INCLUDE, StandardOpenOption.APPEND);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
