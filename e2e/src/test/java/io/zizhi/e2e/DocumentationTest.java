package io.zizhi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.local.ProjectFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the pages name must be there. */
class DocumentationTest {

    private static final Path ROOT = ProjectFolder.find();
    private static final Pattern CODE = Pattern.compile("`([A-Z][A-Za-z]+)`");
    private static final Pattern LINK = Pattern.compile("\\]\\((?!http)([^)#]+)\\)");
    private static final Pattern COMMAND = Pattern.compile("\\./zizhi ([a-z]+)");
    private static final Set<String> COMMANDS_THAT_TESTS_RUN =
            Set.of("up", "demo", "down", "token", "status", "help", "test");

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.zh-CN.md"})
    void the_table_of_the_readme_names_classes_that_exist(String page) {
        Set<String> classes = classes();
        String text = read(page);
        List<String> rows = text.lines().filter(line -> line.startsWith("| ")).toList();
        assertThat(rows).hasSizeGreaterThan(8);
        assertThat(rows.stream().flatMap(row -> CODE.matcher(row).results()).map(found -> found.group(1)))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(classes).contains(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.zh-CN.md"})
    void links_lead_somewhere(String page) {
        assertThat(LINK.matcher(read(page)).results().map(found -> found.group(1)))
                .isNotEmpty()
                .allSatisfy(target -> assertThat(ROOT.resolve(target)).exists());
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.zh-CN.md"})
    void every_command_is_one_that_the_tests_run(String page) {
        assertThat(COMMAND.matcher(read(page)).results().map((MatchResult found) -> found.group(1)))
                .isNotEmpty()
                .allSatisfy(command -> assertThat(COMMANDS_THAT_TESTS_RUN).contains(command));
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

    private static String read(String page) {
        try {
            return Files.readString(ROOT.resolve(page));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
