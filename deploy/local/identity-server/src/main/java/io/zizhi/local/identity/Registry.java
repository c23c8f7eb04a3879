package io.zizhi.local.identity;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Users and clients, read from the runner's file: {@code user.NAME.password}, {@code client.ID.secret} and so on. */
final class Registry {

    private final Map<String, User> users = new HashMap<>();
    private final Map<String, Client> clients = new HashMap<>();

    private Registry(Properties properties) {
        for (String key : properties.stringPropertyNames()) {
            String[] words = key.split("\\.", -1);
            String name = words[1];
            if (words[0].equals("user")) {
                users.computeIfAbsent(name, ignored -> user(name, properties));
            } else {
                clients.computeIfAbsent(name, ignored -> client(name, properties));
            }
        }
    }

    static Registry load(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return new Registry(properties);
    }

    /** Returns the user if the password is right. */
    Optional<User> user(@Nullable String name, @Nullable String password) {
        return Optional.ofNullable(users.get(String.valueOf(name))).filter(user -> same(user.password(), password));
    }

    Optional<Client> clientNamed(@Nullable String id) {
        return Optional.ofNullable(clients.get(String.valueOf(id)));
    }

    /** Returns the client if it is public or the secret is right. */
    Optional<Client> client(@Nullable String id, @Nullable String secret) {
        return clientNamed(id).filter(client -> client.secret() == null || same(client.secret(), secret));
    }

    private static User user(String name, Properties properties) {
        String prefix = "user." + name + ".";
        return new User(
                name,
                properties.getProperty(prefix + "password"),
                properties.getProperty(prefix + "account"),
                List.of(properties.getProperty(prefix + "roles").split(",", -1)));
    }

    private static Client client(String id, Properties properties) {
        String prefix = "client." + id + ".";
        String grants = properties.getProperty(prefix + "grants", "client_credentials");
        String roles = properties.getProperty(prefix + "roles", "service");
        String carriers = properties.getProperty(prefix + "carriers");
        return new Client(
                id,
                properties.getProperty(prefix + "secret"),
                Set.of(grants.split(",", -1)),
                List.of(roles.split(",", -1)),
                carriers == null ? List.of() : List.of(carriers.split(",", -1)));
    }

    /** Compares in constant time, so that the response time reveals nothing about a secret. */
    private static boolean same(String expected, @Nullable String given) {
        return given != null
                && MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
