package io.zizhi.recognition.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The settings of a worker: arguments of the form {@code name=value}. {@code docs/recognition.md} lists them.
 *
 * @param host address on which it listens
 * @param port port for pictures
 * @param management port for health and metrics
 * @param key the bearer token of its clients, at least 16 characters
 * @param processes processes that read pictures, each one at a time
 * @param threads threads that compute one picture
 * @param heap Java heap of such a process, as in {@code -Xmx}; native memory comes on top
 * @param timeout time for one picture, after which its process is killed
 */
record WorkerSettings(
        String host, int port, int management, String key, int processes, int threads, String heap, Duration timeout) {

    private static final int SHORTEST_KEY = 16;
    private static final int MOST = 64;

    private static final Set<String> NAMES =
            Set.of("host", "port", "management-port", "key-file", "processes", "threads", "heap", "timeout");

    WorkerSettings {
        if (key.length() < SHORTEST_KEY) {
            throw new IllegalArgumentException("The key in key-file needs at least " + SHORTEST_KEY + " characters");
        }
        if (processes < 1 || processes > MOST || threads < 1 || threads > MOST) {
            throw new IllegalArgumentException("processes and threads must be from 1 to " + MOST);
        }
        if (timeout.toMillis() < 1) {
            throw new IllegalArgumentException("timeout must be positive");
        }
    }

    /** @throws IllegalArgumentException if an argument is unknown or invalid, or {@code key-file} is missing */
    static WorkerSettings of(String... arguments) {
        Map<String, String> given = new HashMap<>();
        for (String argument : arguments) {
            int end = argument.indexOf('=');
            String name = argument.substring(0, Math.max(end, 0));
            if (!NAMES.contains(name)) {
                throw new IllegalArgumentException("Unknown argument " + argument + ". Write name=value; the names are "
                        + Arrays.toString(NAMES.stream().sorted().toArray()));
            }
            given.put(name, argument.substring(end + 1));
        }
        return new WorkerSettings(
                given.getOrDefault("host", "127.0.0.1"),
                Integer.parseInt(given.getOrDefault("port", "8086")),
                Integer.parseInt(given.getOrDefault("management-port", "9086")),
                key(given.getOrDefault("key-file", "")),
                Integer.parseInt(given.getOrDefault("processes", "1")),
                Integer.parseInt(given.getOrDefault("threads", "1")),
                given.getOrDefault("heap", "320m"),
                Duration.parse(given.getOrDefault("timeout", "PT15S")));
    }

    private static String key(String file) {
        if (file.isEmpty()) {
            throw new IllegalArgumentException("key-file is missing: a file with the bearer token of document-service");
        }
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The file of the key cannot be read: " + file, unreadable);
        }
    }

    /** Omits the key. */
    @Override
    public String toString() {
        return "WorkerSettings[" + host + ":" + port + ", " + processes + " processes]";
    }
}
