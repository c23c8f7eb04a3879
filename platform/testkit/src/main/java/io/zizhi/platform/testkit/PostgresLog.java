package io.zizhi.platform.testkit;

import static io.zizhi.platform.testkit.Waits.await;

import io.zizhi.local.layout.ProjectFolder;
import io.zizhi.local.state.Secrets;
import io.zizhi.local.suite.Infrastructure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The statements that PostgreSQL logs while this is open, by transaction. Unlike {@link SqlStatements}, it contains the
 * begin and the commit, and whatever does not come from Hibernate.
 */
public final class PostgresLog implements AutoCloseable {

    /** Begins with the virtual id of the transaction. The following lines of a statement begin with a tab. */
    private static final Pattern RECORD =
            Pattern.compile("^(\\d+/\\d+)\\|(?:LOG:  (?:statement|execute [^:]*): |DETAIL:  [Pp]arameters: )(.*)$");

    private static final Pattern PUBLISHED = Pattern.compile("^\\| (.+?) \\| (\\d+) \\| \\d+ \\|.*$");
    private static final Path FIGURES = Path.of("docs/adr/0023-bookkeeping.md");

    private final Path file;
    private final long start;

    private PostgresLog(Path file, long start) {
        this.file = file;
        this.start = start;
    }

    /** Makes PostgreSQL log every statement of all databases. */
    public static PostgresLog open() {
        try {
            Path file = Running.get().folder().resolve("logs/postgres.log");
            configure("alter system set log_line_prefix = '%v|'", "alter system set log_statement = 'all'");
            return new PostgresLog(file, Files.size(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * Returns the statements of the committed transaction in which each of the texts occurs, in a statement or in its
     * parameters. Leaves out those that load an account's key, which a replica then has for a while.
     */
    public List<String> transactionWith(String... texts) {
        return await()
                .until(
                        () -> transactions().values().stream()
                                .filter(records -> Stream.of(texts)
                                        .allMatch(text -> records.stream().anyMatch(each -> each.contains(text))))
                                .filter(records -> records.stream().anyMatch(each -> each.startsWith("COMMIT")))
                                .toList(),
                        found -> !found.isEmpty())
                .getFirst()
                .stream()
                .filter(record -> !record.contains("account_key"))
                .toList();
    }

    /** Returns the published number of an act's statements, begin and commit included. */
    public static int published(String act) {
        try (Stream<String> lines = Files.lines(ProjectFolder.find().resolve(FIGURES))) {
            return lines.map(PUBLISHED::matcher)
                    .filter(Matcher::matches)
                    .filter(row -> row.group(1).equals(act))
                    .map(row -> Integer.parseInt(row.group(2)))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(FIGURES + " has no row for " + act));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        configure("alter system reset log_line_prefix", "alter system reset log_statement");
    }

    /** Returns each statement with its parameters, by transaction. */
    private Map<String, List<String>> transactions() throws IOException {
        byte[] all = Files.readAllBytes(file);
        String text = new String(all, (int) start, all.length - (int) start, StandardCharsets.UTF_8);
        Map<String, List<String>> transactions = new LinkedHashMap<>();
        List<String> current = new ArrayList<>();
        for (String line : text.lines().toList()) {
            Matcher record = RECORD.matcher(line);
            if (record.matches()) {
                current = transactions.computeIfAbsent(record.group(1), absent -> new ArrayList<>());
            }
            if (record.matches() && !line.contains("|DETAIL:")) {
                current.add(record.group(2));
            } else if (!current.isEmpty()) {
                current.add(current.removeLast() + '\n' + (record.matches() ? record.group(2) : line));
            }
        }
        return transactions;
    }

    private static void configure(String... statements) {
        Infrastructure running = Running.get();
        String password = new Secrets(running.folder().resolve("secrets")).get("database-postgres");
        String url = running.database("review-service").jdbcUrl();
        try (Connection administrator = DriverManager.getConnection(url, "postgres", password);
                Statement statement = administrator.createStatement()) {
            String before = shown(statement);
            for (String each : statements) {
                statement.execute(each);
            }
            statement.execute("select pg_reload_conf()");
            await().until(() -> !shown(statement).equals(before));
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static String shown(Statement statement) throws SQLException {
        try (ResultSet shown = statement.executeQuery("show log_statement")) {
            shown.next();
            return shown.getString(1);
        }
    }
}
