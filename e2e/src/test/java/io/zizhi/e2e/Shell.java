package io.zizhi.e2e;

import io.zizhi.local.layout.ProjectFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/**
 * Runs parts of {@code ./zizhi} on a simulated machine. It has only the usual small programs and those that a test
 * defines. So tests neither depend on this machine nor change it.
 */
final class Shell {

    private static final List<String> USUAL = List.of(
            "awk",
            "bash",
            "cat",
            "chmod",
            "cp",
            "cut",
            "dirname",
            "df",
            "env",
            "find",
            "getconf",
            "grep",
            "head",
            "id",
            "mkdir",
            "mktemp",
            "readlink",
            "rm",
            "sed",
            "sort",
            "tail",
            "touch");
    private static final String PRELUDE = """
            set -euo pipefail
            die() { printf '%s\\n' "$@" >&2; exit 2; }
            agree() { [[ -n "${YES:-}" ]]; }
            for part in machine packages jdk fonts build; do source "deploy/local/shell/$part.sh"; done
            """;

    private final Path programs;

    Shell(Path folder) throws IOException {
        programs = Files.createDirectory(folder.resolve("bin"));
        for (String program : USUAL) {
            Path real = Path.of("/usr/bin", program);
            Files.createSymbolicLink(programs.resolve(program), Files.exists(real) ? real : Path.of("/bin", program));
        }
    }

    /** Defines a program, which replaces the usual one if it exists. */
    Shell with(String program, String script) throws IOException {
        Path file = programs.resolve(program);
        Files.deleteIfExists(file);
        Files.writeString(file, "#!/bin/bash\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        return this;
    }

    Command.Result run(String script) {
        ProcessBuilder builder = new ProcessBuilder("/bin/bash", "-c", PRELUDE + script)
                .directory(ProjectFolder.find().toFile())
                .redirectErrorStream(true)
                .redirectInput(Path.of("/dev/null").toFile());
        builder.environment().clear();
        builder.environment().put("PATH", programs.toString());
        builder.environment().put("HOME", "/nonexistent");
        try {
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Command.Result(process.onExit().join().exitValue(), output);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
