package io.zizhi.local.server.postgres;

/**
 * One service's database and the role that owns it.
 *
 * @param jdbcUrl for Flyway, such as {@code jdbc:postgresql://127.0.0.1:15432/review}
 * @param reactiveUrl for the reactive client, such as {@code postgresql://127.0.0.1:15432/review}
 */
public record Database(String jdbcUrl, String reactiveUrl, String username, String password) {

    public static Database of(int port, String name, String password) {
        String address = "postgresql://127.0.0.1:" + port + "/" + name;
        return new Database("jdbc:" + address, address, name, password);
    }

    /** Omits the password, which must not appear in logs. */
    @Override
    public String toString() {
        return jdbcUrl + " as " + username;
    }
}
