package io.zizhi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.local.layout.ProjectFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Checks that {@code .ci/night-only} knows each test class that no landing runs, or runs without fuzzing. */
class NightOnlyTest {

    private static final Path ROOT = ProjectFolder.find();
    private static final Pattern MODULE = Pattern.compile("<module>(.+)</module>");
    private static final Pattern AT_NIGHT =
            Pattern.compile("^@Tag\\(\"(long|alone)\"\\)|@FuzzTest\\(", Pattern.MULTILINE);

    @Test
    void knows_each_test_class_of_the_night() throws IOException {
        List<String> tests = testsOfTheNight();
        assertThat(tests).contains("BadInputIT", "AbuseIT", "NameFuzzTest");
        assertThat(Files.readString(ROOT.resolve(".ci/night-only"))).contains(tests);
    }

    private static List<String> testsOfTheNight() throws IOException {
        List<String> tests = new ArrayList<>();
        List<MatchResult> modules = MODULE.matcher(Files.readString(ROOT.resolve("pom.xml")))
                .results()
                .toList();
        for (MatchResult module : modules) {
            Path sources = ROOT.resolve(module.group(1)).resolve("src/test/java");
            if (Files.isDirectory(sources)) {
                try (Stream<Path> files = Files.walk(sources)) {
                    files.filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> AT_NIGHT.matcher(read(file)).find())
                            .forEach(file ->
                                    tests.add(file.getFileName().toString().replace(".java", "")));
                }
            }
        }
        return tests;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
