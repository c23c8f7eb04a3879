package io.zizhi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the explanation that {@code ./zizhi} prints when Maven fails, with real output of Maven and its wrapper. */
class BuildExplanationTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "[ERROR] Plugin a:b:1 or one of its dependencies could not be resolved: Could not transfer artifact a:b:pom:1"
                        + " from/to central (https://repo.example/maven2): repo.example: Temporary failure in name resolution"
                        + " -> [Help 1] ; Could not transfer artifact a:b:pom:1 from/to central",
                "[FATAL] Non-resolvable import POM: Could not transfer artifact a:b:pom:1 from/to central (https://x/): Connect"
                        + " to x:443 failed: Connection refused ; Could not transfer artifact",
                "wget: Failed to fetch https://repo.example/maven2/apache-maven-3.9.11-bin.zip ; wget: Failed to fetch",
                "curl: (6) Could not resolve host: repo.example ; curl: (6) Could not resolve host",
            })
    void explains_missing_network_with_first_reason(String line, String reason) throws IOException {
        assertThat(explain("[INFO] Building Zizhi\n" + line + "\n[ERROR] \n[ERROR] For more information read\n"))
                .startsWith(reason)
                .contains("Is there a network?", "/.m2/settings.xml");
    }

    @Test
    void explains_full_disk() throws IOException {
        assertThat(explain("[ERROR] Failed to execute goal: /x/target/a.jar: No space left on device -> [Help 1]\n"))
                .contains("a.jar: No space left on device", "The disk is full");
    }

    @Test
    void explains_short_memory() throws IOException {
        assertThat(explain("# There is insufficient memory for the Java Runtime Environment to continue.\n"))
                .contains("not enough memory for a build");
    }

    @Test
    void shows_compiler_error_unchanged() throws IOException {
        assertThat(explain("[INFO] x\n[ERROR] /src/A.java:[1,2] ';' expected\n[INFO] y\n"))
                .isEqualTo("[ERROR] /src/A.java:[1,2] ';' expected\n");
    }

    @Test
    void shows_end_of_unknown_output() throws IOException {
        assertThat(explain("one\ntwo\n")).isEqualTo("one\ntwo\n");
    }

    private String explain(String log) throws IOException {
        Path file = Files.writeString(folder.resolve("build.log"), log);
        Command.Result result = new Shell(folder).run("explain_build " + file);
        assertThat(result.exitCode()).isZero();
        return result.output();
    }
}
