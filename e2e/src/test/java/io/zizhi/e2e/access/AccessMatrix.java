package io.zizhi.e2e.access;

import io.zizhi.e2e.openapi.Operation;
import io.zizhi.e2e.scene.Actor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads {@code access-matrix.csv}: a row for each operation with the expected status for each {@link Actor}. The
 * requests are valid except for their caller.
 */
public final class AccessMatrix {

    private static final String FILE = "/access-matrix.csv";
    private static final int KEYS = 3;

    /** Statuses of a request without a token or without the role. */
    private static final Set<Integer> TURNED_AWAY = Set.of(401, 403);

    private final Map<Operation, Map<Actor, Integer>> rows;

    private AccessMatrix(Map<Operation, Map<Actor, Integer>> rows) {
        this.rows = rows;
    }

    public static AccessMatrix read() {
        List<String[]> lines = lines();
        requireColumns(lines.getFirst());
        Map<Operation, Map<Actor, Integer>> rows = new TreeMap<>();
        for (String[] cells : lines.subList(1, lines.size())) {
            Operation operation = new Operation(cells[0], cells[2], cells[1]);
            if (rows.put(operation, statuses(cells)) != null) {
                throw new IllegalStateException("Two rows for " + operation);
            }
        }
        return new AccessMatrix(rows);
    }

    public Set<Operation> operations() {
        return rows.keySet();
    }

    public int status(Operation operation, Actor actor) {
        return Objects.requireNonNull(row(operation).get(actor));
    }

    /** Returns an actor whose request would succeed if its resource existed. */
    public Actor admitted(Operation operation) {
        return Arrays.stream(Actor.values())
                .filter(actor -> !TURNED_AWAY.contains(status(operation, actor)))
                .min(Comparator.comparingInt(actor -> status(operation, actor)))
                .orElseThrow(() -> new IllegalStateException("No actor may call " + operation));
    }

    private Map<Actor, Integer> row(Operation operation) {
        return Optional.ofNullable(rows.get(operation))
                .orElseThrow(() -> new IllegalStateException("There is no row for " + operation));
    }

    private static void requireColumns(String[] head) {
        List<String> columns = List.of(head).subList(KEYS, head.length);
        List<String> actors = Arrays.stream(Actor.values()).map(Actor::column).toList();
        if (!columns.equals(actors)) {
            throw new IllegalStateException("The columns are " + columns + " and not " + actors);
        }
    }

    private static Map<Actor, Integer> statuses(String[] cells) {
        Map<Actor, Integer> statuses = new EnumMap<>(Actor.class);
        int column = KEYS;
        for (Actor actor : Actor.values()) {
            statuses.put(actor, Integer.valueOf(cells[column]));
            column++;
        }
        return statuses;
    }

    private static List<String[]> lines() {
        try (InputStream file = Objects.requireNonNull(AccessMatrix.class.getResourceAsStream(FILE), FILE)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.strip().split("\\s*,\\s*", -1))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
