package io.zizhi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zizhi.local.layout.ProjectFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks that names, links and commands in the documentation exist. */
class DocumentationTest {

    private static final Path ROOT = ProjectFolder.find();
    private static final Set<String> CLASSES = classes();

    /**
     * Matches code such as {@code `SubmitQualification`} and {@code `Inbox.retryParked`}. Codes in capitals are not
     * classes.
     */
    private static final Pattern CODE = Pattern.compile("`(?=[A-Za-z.]*[a-z])([A-Z][A-Za-z]+)(?:\\.[a-z][A-Za-z]*)?`");

    /** Matches two or more capitalised words written as one, as in a diagram. */
    private static final Pattern CAMEL = Pattern.compile("\\b([A-Z][a-z]+(?:[A-Z][a-z]+)+)\\b");

    private static final Pattern LINK = Pattern.compile("\\]\\((?!http)([^)#]*)(?:#([^)]*))?\\)");
    private static final Pattern COMMAND = Pattern.compile("\\./zizhi ([a-z]+)");
    private static final Pattern ENDPOINT =
            Pattern.compile("\\b(GET|POST|PUT|DELETE) (/(?:internal/)?v1/[A-Za-z0-9/{}_-]*)");
    /** Matches the names of recorded reads in source files, such as {@code "review.viewed"}. */
    private static final Pattern READ =
            Pattern.compile("\"([a-z-]+\\.(?:viewed|opened|searched|exported|downloaded|inspected|unmasked))\"");

    private static final Set<String> COMMANDS_THAT_TESTS_RUN = Set.of(
            "up",
            "demo",
            "down",
            "token",
            "status",
            "logs",
            "audit",
            "watermark",
            "reconcile",
            "backup",
            "restore",
            "faults",
            "images",
            "completion",
            "help",
            "test",
            "check");

    /** English pages of {@code docs} that operators and integrators need in Chinese, too. */
    private static final List<String> TRANSLATED = List.of(
            "bulk-filing",
            "by-curl",
            "capacity",
            "company-authentication",
            "company-registry",
            "consume-events",
            "events",
            "figures",
            "import",
            "internal-callers",
            "kubernetes",
            "malware-scan",
            "metrics",
            "operations",
            "recognition",
            "reliability",
            "rules",
            "security",
            "settings",
            "sms-gateways",
            "sms-templates",
            "sms-webhook",
            "upgrade",
            "watermark");

    /** Names in backticks that are not classes of this project. */
    private static final Set<String> FOREIGN_NAMES = Set.of(
            "Uni",
            "EmbeddedPostgres",
            "HttpServer",
            "Host",
            "On",
            "Inflater",
            "ZipInputStream",
            "ZipFile",
            "StreamMaxLength",
            "AlertExceedsMax",
            "TimeoutException",
            "ConnectException",
            "SocketTimeoutException",
            "SSLHandshakeException",
            "CircuitBreakerOpenException",
            // Alibaba Cloud's
            "BizId",
            "SignatureDoesNotMatch");

    static Stream<String> pages() {
        return Stream.concat(
                Stream.of("README.md", "README.zh-CN.md", "CONTRIBUTING.md", "CHANGELOG.md"), pagesIn("docs"));
    }

    static Stream<String> translations() {
        return pages().filter(page -> page.endsWith(Translation.SUFFIX));
    }

    static Stream<String> flows() {
        return pagesIn("docs/flows").filter(page -> !page.endsWith("README.md"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.zh-CN.md"})
    void readme_table_names_existing_classes(String page) {
        List<String> rows =
                read(page).lines().filter(line -> line.startsWith("| ")).toList();
        assertThat(rows).hasSizeGreaterThan(8);
        assertThat(rows.stream().flatMap(row -> names(CODE, row))).isNotEmpty().allMatch(CLASSES::contains);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void classes_on_pages_exist(String page) {
        assertThat(names(CODE, read(page)).filter(name -> !FOREIGN_NAMES.contains(name)))
                .as(page)
                .allMatch(CLASSES::contains);
    }

    @ParameterizedTest
    @MethodSource("flows")
    void classes_and_events_in_diagrams_exist(String page) {
        assertThat(names(CAMEL, read(page))).as(page).isNotEmpty().allMatch(CLASSES::contains);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void endpoints_on_pages_exist(String page) {
        Set<String> operations = operations();
        assertThat(ENDPOINT.matcher(read(page)).results().map(found -> found.group(1) + " " + found.group(2)))
                .as(page)
                .allMatch(operations::contains);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void links_have_existing_targets(String page) {
        Path folder = Objects.requireNonNull(ROOT.resolve(page).getParent());
        assertThat(LINK.matcher(read(page)).results()).as(page).allSatisfy(link -> {
            String target = Objects.requireNonNull(link.group(1));
            Path file = target.isEmpty() ? ROOT.resolve(page) : folder.resolve(target);
            assertThat(file).exists();
            if (link.group(2) != null && file.toString().endsWith(".md")) {
                assertThat(MarkdownPage.read(file).anchors())
                        .as(file.toString())
                        .contains(link.group(2));
            }
        });
    }

    @Test
    void pages_for_operators_and_integrators_are_translated() {
        assertThat(translations())
                .containsAll(TRANSLATED.stream()
                        .map(page -> "docs/" + page + Translation.SUFFIX)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("translations")
    void translation_differs_only_in_words(String page) {
        String english = page.replace(Translation.SUFFIX, ".md");
        assertThat(Translation.differences(ROOT.resolve(english), ROOT.resolve(page)))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void every_command_is_tested(String page) {
        assertThat(names(COMMAND, read(page))).as(page).allMatch(COMMANDS_THAT_TESTS_RUN::contains);
    }

    @Test
    void security_page_lists_every_recorded_read() {
        String page = read("docs/security.md");
        assertThat(recordedReads())
                .hasSizeGreaterThan(15)
                .allSatisfy(action -> assertThat(page).contains("`" + action + "`"));
    }

    private static Set<String> recordedReads() {
        return Stream.of(
                        "platform",
                        "qualification-service",
                        "document-service",
                        "review-service",
                        "notification-service")
                .flatMap(module -> reads(ROOT.resolve(module).resolve("src/main/java")))
                .collect(Collectors.toSet());
    }

    private static Stream<String> reads(Path sources) {
        try (Stream<Path> files = Files.walk(sources)) {
            return files
                    .filter(file -> file.toString().endsWith(".java"))
                    .map(ROOT::relativize)
                    .flatMap(file -> names(READ, read(file.toString())))
                    .toList()
                    .stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Stream<String> names(Pattern pattern, String text) {
        return pattern.matcher(text).results().map((MatchResult found) -> found.group(1));
    }

    private static Stream<String> pagesIn(String folder) {
        try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
            return files
                    .filter(file -> file.toString().endsWith(".md"))
                    .map(file -> ROOT.relativize(file).toString())
                    .filter(page -> !page.contains("node_modules"))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Set<String> classes() {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.map(Path::getFileName)
                    .map(Path::toString)
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .collect(Collectors.toSet());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Returns all operations in the OpenAPI documents, such as {@code GET /v1/reviews}. */
    private static Set<String> operations() {
        Set<String> operations = new HashSet<>();
        for (String service : InterfaceDocumentsIT.SERVICES) {
            JsonNode paths = json("docs/openapi/" + service + ".json").get("paths");
            paths.properties()
                    .forEach(path -> path.getValue()
                            .fieldNames()
                            .forEachRemaining(
                                    method -> operations.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        }
        return operations;
    }

    private static JsonNode json(String page) {
        try {
            return new ObjectMapper().readTree(read(page));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String read(String page) {
        try {
            return Files.readString(ROOT.resolve(page));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
