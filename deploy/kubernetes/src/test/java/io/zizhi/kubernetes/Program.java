package io.zizhi.kubernetes;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** A program of this machine. Only CI must have it: elsewhere, tests that need it are skipped without it. */
record Program(Path folder, List<String> command) {

    static final boolean IN_CI = "true".equals(System.getenv("CI"));

    /** The exit code and the output of both streams. */
    record Result(int exitCode, String output) {}

    static Program in(Path folder, String... command) {
        boolean isInstalled = Arrays.stream(
                        String.valueOf(System.getenv("PATH")).split(":", -1))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, command[0])));
        assumeTrue(isInstalled || IN_CI, command[0] + " is not installed");
        return new Program(folder, List.of(command));
    }

    Result run() {
        return run("");
    }

    Result run(String input) {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            try (OutputStream stream = process.getOutputStream()) {
                stream.write(input.getBytes(StandardCharsets.UTF_8));
            }
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Result(process.onExit().join().exitValue(), output);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** @throws AssertionError if the program fails */
    String output() {
        Result result = run();
        if (result.exitCode() != 0) {
            throw new AssertionError(String.join(" ", command) + " failed:\n" + result.output());
        }
        return result.output();
    }
}
