package io.zizhi.kubernetes;

import io.zizhi.local.layout.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The connections of {@code connections.csv}, in the words of {@link AllowedConnections} for one overlay. */
final class MadeConnections {

    private static final Path CONNECTIONS = Build.FOLDER.resolve("connections.csv");
    private static final Path PLACES = Build.FOLDER.resolve("src/test/resources/places.csv");
    private static final String NOWHERE = "-";
    private static final int REASON = 3;
    private static final int COLUMNS = 5;
    private static final String EVERY_PORT = "*";

    private final Map<String, String> places = new HashMap<>();
    private final List<String> workloads;
    private final Set<String> sent = new TreeSet<>();
    private final Set<String> received = new TreeSet<>();

    MadeConnections(String overlay) {
        int column =
                List.of("name", "port", "trial", "production", Build.COMPLETE).indexOf(overlay);
        lines(PLACES, COLUMNS)
                .forEach(line ->
                        places.put(line.get(0) + ":" + line.get(1), line.get(Math.min(column, line.size() - 1))));
        workloads = Build.of(overlay).workloads().stream().map(Build::name).toList();
        connections().forEach(line -> add(line.get(0), line.get(1), line.get(2)));
    }

    /** Returns the connections that pods of the overlay make. */
    Set<String> sent() {
        return sent;
    }

    /** Returns the connections to pods of the overlay, or of its operators. */
    Set<String> received() {
        return received;
    }

    /** Returns lines without a reason, or with one, as sender, receiver and port. */
    static List<List<String>> listed(boolean withReason) {
        return connections()
                .filter(line -> line.size() > REASON == withReason)
                .map(line -> line.subList(0, REASON))
                .toList();
    }

    private void add(String from, String to, String port) {
        String target = to.endsWith("-service") ? to + ":" + port : place(to, port);
        for (String sender : senders(from, to, port)) {
            if (target.equals(NOWHERE) || sender.equals(NOWHERE)) {
                continue;
            }
            if (workloads.contains(sender)) {
                sent.add(sender + " -> " + target);
            }
            if (target.startsWith("pods ") || workloads.contains(target.split(":", 2)[0])) {
                received.add(sender + " -> " + target);
            }
        }
    }

    private List<String> senders(String from, String to, String port) {
        if (from.startsWith("*")) {
            return workloads.stream()
                    .filter(workload -> workload.endsWith(from.substring(1)))
                    .toList();
        }
        if (Service.modules().contains(from)) {
            return List.of(from);
        }
        if (from.endsWith("-service-migration")) {
            return List.of(from.replace("-service-migration", "-migration"));
        }
        String special = places.get(from + " -> " + to + ":" + port);
        return List.of(special == null ? place(from + " ->", port) : special);
    }

    private String place(String name, String port) {
        String place = places.getOrDefault(name + ":" + port, places.get(name + ":" + EVERY_PORT));
        if (place == null) {
            throw new AssertionError("places.csv does not say where " + name + " is, port " + port);
        }
        return place;
    }

    private static Stream<List<String>> connections() {
        return lines(CONNECTIONS, REASON + 1);
    }

    private static Stream<List<String>> lines(Path file, int columns) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> List.of(line.split(", ", columns)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
