package io.zizhi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.local.layout.ProjectFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks that released migrations never change, and that later ones keep the schema usable for the release before. */
class MigrationsTest {

    private static final Path ROOT = ProjectFolder.find();
    private static final Path FOLDER = Path.of("src", "main", "resources", "db", "migration");
    private static final Path CHECKSUMS = ROOT.resolve("e2e/src/test/resources/migrations.sha256");

    private static final Pattern BASELINE = Pattern.compile("V[12]__.*");
    private static final Pattern DATED = Pattern.compile("V20\\d{6}_\\d{4}__[a-z0-9_]+\\.sql");
    private static final Pattern COMMENT = Pattern.compile("--.*");

    /** A statement that waits for a lock briefly, or holds it briefly outside of a transaction. */
    private static final Pattern BOUNDED =
            Pattern.compile("set local lock_timeout = '\\d+s';|create index concurrently");

    /** Statements after which the release before would fail. */
    private static final Pattern CONTRACTION =
            Pattern.compile("\\bdrop\\s+(table|column|view|function|sequence|type)\\b|\\brename\\b|\\btruncate\\b"
                    + "|\\balter\\s+column\\s+\\w+\\s+(set\\s+data\\s+)?type\\b|\\bset\\s+not\\s+null\\b"
                    + "|\\badd\\s+(constraint|check|unique|primary|foreign)\\b"
                    + "|\\bcreate\\s+unique\\s+index\\b"
                    + "|\\badd\\s+column\\b[^,;]*\\bnot\\s+null\\b(?![^,;]*\\bdefault\\b)");

    private static final Pattern NEW_TABLE = Pattern.compile("create table (\\w+)");

    private static final Pattern DECLARED = Pattern.compile("(?m)^-- contracts (V20\\d{6}_\\d{4})$");

    static Stream<Path> migrations() {
        return Stream.of(
                        "platform",
                        "qualification-service",
                        "document-service",
                        "review-service",
                        "notification-service")
                .map(module -> ROOT.resolve(module).resolve(FOLDER))
                .flatMap(MigrationsTest::files);
    }

    static Stream<Path> added() {
        return migrations().filter(file -> !BASELINE.matcher(name(file)).matches());
    }

    @Test
    void released_migrations_never_change() {
        List<String> recorded = read(CHECKSUMS).lines().toList();

        assertThat(recorded)
                .filteredOn(
                        line -> BASELINE.matcher(line.replaceFirst(".*/", "")).matches())
                .hasSize(5);
        assertThat(migrations().map(file -> checksum(file) + "  " + ROOT.relativize(file)))
                .as("A released migration changed or vanished. Restore it, and add another one.")
                .containsAll(recorded);
    }

    /** The database of a service has the migrations of the platform too. */
    @ParameterizedTest
    @ValueSource(strings = {"qualification-service", "document-service", "review-service", "notification-service"})
    void no_two_migrations_of_a_database_have_one_version(String service) {
        assertThat(Stream.of("platform", service)
                        .flatMap(module -> files(ROOT.resolve(module).resolve(FOLDER)))
                        .map(file -> name(file).replaceFirst("__.*", "")))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("added")
    void migrations_are_dated_bounded_and_only_expand(Path file) {
        String text = read(file);

        assertThat(name(file)).matches(DATED);
        assertThat(text).as("the longest wait for a lock").containsPattern(BOUNDED);
        if (DECLARED.matcher(text).find()) {
            String expanded =
                    DECLARED.matcher(text).results().findFirst().orElseThrow().group(1);
            assertThat(read(CHECKSUMS)).as("only what a release has expanded").contains("/" + expanded + "__");
        } else {
            assertThat(statements(text)).doesNotContainPattern(CONTRACTION);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alter table bulk_filing drop column subject;",
                "alter table bulk_filing rename column subject to uploaded_by;",
                "ALTER TABLE bulk_filing ALTER COLUMN subject TYPE varchar(10);",
                "alter table bulk_filing alter column uploaded_by set not null;",
                "alter table bulk_filing add column uploaded_by text not null;",
                "create unique index bulk_filing_by_name on bulk_filing (name);",
                "create table bulk (id bigint); create unique index bulk_filing_by_name on bulk_filing (name);",
                "alter table bulk_filing add constraint named check (uploaded_by <> '');"
            })
    void recognises_statements_that_break_the_release_before(String statement) {
        assertThat(statements(statement)).containsPattern(CONTRACTION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alter table bulk_filing add column uploaded_by text;",
                "alter table bulk_filing add column attempts integer not null default 0, add column code text;",
                "alter table bulk_filing alter column subject drop not null;",
                "create table own (id bigint primary key, name text not null);",
                "create index own_by_name on own (name);",
                "create table own (id bigint); create unique index own_once on own (id);"
            })
    void accepts_statements_that_expand(String statement) {
        assertThat(statements(statement)).doesNotContainPattern(CONTRACTION);
    }

    /** Returns the text in lower case, without comments and without unique indexes of tables that it creates. */
    private static String statements(String text) {
        String statements = COMMENT.matcher(text).replaceAll("").toLowerCase(Locale.ROOT);
        for (String table : NEW_TABLE
                .matcher(statements)
                .results()
                .map(found -> found.group(1))
                .toList()) {
            statements = statements.replaceAll("create unique index \\w+ on " + table + "\\b", "");
        }
        return statements;
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList().stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String checksum(Path file) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            return HexFormat.of().formatHex(digest);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
