package io.zizhi.local.server.postgres;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One service's database and a role that may use it.
 *
 * @param jdbcUrl for Flyway, such as {@code jdbc:postgresql://127.0.0.1:15432/review}
 * @param reactiveUrl for the reactive client, such as {@code postgresql://127.0.0.1:15432/review}
 */
public record Database(String jdbcUrl, String reactiveUrl, String username, String password) {

    /**
     * @param role the service's role, or another role of this database
     * @param authority PEM file of the authority that must have signed the server's certificate; null without TLS
     */
    static Database of(int port, String name, String role, String password, @Nullable Path authority) {
        String address = "postgresql://127.0.0.1:" + port + "/" + name;
        String tls = authority == null
                ? ""
                : "?sslmode=verify-full&sslrootcert=" + URLEncoder.encode(authority.toString(), StandardCharsets.UTF_8);
        return new Database("jdbc:" + address + tls, address, role, password);
    }

    /** Omits the password, which must not appear in logs. */
    @Override
    public String toString() {
        return jdbcUrl + " as " + username;
    }
}
