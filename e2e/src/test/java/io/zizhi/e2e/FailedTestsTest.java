package io.zizhi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests what {@code ./zizhi test} prints at its end. */
class FailedTestsTest {

    private static final Instant START = Instant.parse("2026-11-30T02:00:00Z");

    @TempDir
    private Path folder;

    private Path stamp;

    @BeforeEach
    void begin() throws IOException {
        stamp = Files.createFile(folder.resolve("stamp"));
        Files.setLastModifiedTime(stamp, FileTime.from(START));
    }

    @Test
    void prints_message_and_own_frames_of_each_failed_test() throws IOException {
        report("a-service/target/surefire-reports/io.zizhi.a.TermTest.txt", 1, """
                -------------------------------------------------------------------------------
                Test set: io.zizhi.a.TermTest
                -------------------------------------------------------------------------------
                Tests run: 2, Failures: 1, Errors: 1, Skipped: 0, Time elapsed: 1 s <<< FAILURE! -- in io.zizhi.a.TermTest
                io.zizhi.a.TermTest.adds -- Time elapsed: 0.1 s <<< FAILURE!
                org.opentest4j.AssertionFailedError:\s
                expected: 2
                 but was: 3
                \tat java.base/java.util.List.of(List.java:1)
                \tat io.zizhi.a.TermTest.adds(TermTest.java:7)

                io.zizhi.a.TermTest.divides -- Time elapsed: 0.1 s <<< ERROR!
                java.lang.ArithmeticException: / by zero
                \tat io.zizhi.a.TermTest.divides(TermTest.java:9)
                Caused by: java.lang.IllegalStateException
                """);

        assertThat(printed()).isEqualTo("""

                Failed tests:
                io.zizhi.a.TermTest.adds -- Time elapsed: 0.1 s <<< FAILURE!
                org.opentest4j.AssertionFailedError:\s
                expected: 2
                 but was: 3
                \tat io.zizhi.a.TermTest.adds(TermTest.java:7)
                io.zizhi.a.TermTest.divides -- Time elapsed: 0.1 s <<< ERROR!
                java.lang.ArithmeticException: / by zero
                \tat io.zizhi.a.TermTest.divides(TermTest.java:9)
                """);
    }

    @Test
    void names_stalls_during_failed_tests() throws IOException {
        report("a-service/target/quick/surefire-reports/io.zizhi.a.TermTest.txt", 1, """
                io.zizhi.a.TermTest.adds(String)[1] -- Time elapsed: 3 s <<< FAILURE!
                java.lang.AssertionError: late
                \tat io.zizhi.a.TermTest.adds(TermTest.java:7)
                io.zizhi.a.TermTest.divides -- Time elapsed: 0.1 s <<< ERROR!
                java.lang.ArithmeticException: / by zero
                """);
        report("a-service/target/quick/stalls.log", 1, """
                io.zizhi.a.TermTest.adds The machine stalled for 2.3 s at 02:00:01.1 UTC, during this test.
                """);

        assertThat(printed()).isEqualTo("""

                Failed tests:
                io.zizhi.a.TermTest.adds(String)[1] -- Time elapsed: 3 s <<< FAILURE!
                The machine stalled for 2.3 s at 02:00:01.1 UTC, during this test.
                java.lang.AssertionError: late
                \tat io.zizhi.a.TermTest.adds(TermTest.java:7)
                io.zizhi.a.TermTest.divides -- Time elapsed: 0.1 s <<< ERROR!
                java.lang.ArithmeticException: / by zero
                """);
    }

    @Test
    void counts_tests_by_module() throws IOException {
        report("a-service/target/surefire-reports/TEST-io.zizhi.a.TermTest.xml", 1, """
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuite version="3.0.2" name="io.zizhi.a.TermTest" time="2.6" tests="5" errors="1" skipped="1" failures="1">
                """);
        report("a-service/target/surefire-reports/TEST-io.zizhi.a.OtherTest.xml", 1, """
                <testsuite version="3.0.2" name="io.zizhi.a.OtherTest" time="1.0" tests="2" errors="0" skipped="0" failures="0">
                """);
        report("e2e/target/failsafe-reports/TEST-io.zizhi.e2e.OldIT.xml", -1, """
                <testsuite version="3.0.2" name="io.zizhi.e2e.OldIT" time="9" tests="9" errors="0" skipped="0" failures="9">
                """);

        assertThat(printed("print_modules"))
                .contains("       3        7  a-service\n")
                .doesNotContain("e2e")
                .endsWith("\n4 passed, 2 failed, 1 skipped\n");
    }

    @Test
    void prints_nothing_of_green_and_earlier_tests() throws IOException {
        report("a-service/target/surefire-reports/io.zizhi.a.GreenTest.txt", 1, """
                Test set: io.zizhi.a.GreenTest
                Tests run: 1, Failures: 0, Errors: 0, Skipped: 0, Time elapsed: 1 s -- in io.zizhi.a.GreenTest
                """);
        report("e2e/target/failsafe-reports/io.zizhi.e2e.OldIT.txt", -1, """
                io.zizhi.e2e.OldIT.fails -- Time elapsed: 1 s <<< FAILURE!
                java.lang.AssertionError
                """);

        assertThat(printed()).isEmpty();
    }

    private String printed() throws IOException {
        return printed("print_failures");
    }

    private String printed(String function) throws IOException {
        Command.Result result = new Shell(folder)
                .run("ROOT=.; source deploy/local/shell/test.sh; " + function + " '" + folder + "' '" + stamp + "'");
        assertThat(result.exitCode()).isZero();
        return result.output();
    }

    private void report(String path, int secondsAfterStart, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.from(START.plusSeconds(secondsAfterStart)));
    }
}
