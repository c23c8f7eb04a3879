package io.zizhi.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.local.layout.ProjectFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Checks that the Maven wrapper runs its download only if the checksum equals the project's. The tests download
 * nothing.
 */
class MavenWrapperTest {

    private static final List<String> PROGRAMS = List.of(
            "sh",
            "uname",
            "dirname",
            "basename",
            "mktemp",
            "mkdir",
            "rm",
            "mv",
            "tr",
            "cat",
            "cp",
            "sha256sum",
            "tar",
            "gzip");

    @TempDir
    private Path folder;

    private Path project;
    private Path programs;

    @BeforeEach
    void copy_wrapper_to_machine_without_maven() throws IOException {
        Path root = ProjectFolder.find();
        project = Files.createDirectories(folder.resolve("project/.mvn/wrapper"))
                .resolve("../..")
                .normalize();
        Files.copy(root.resolve("mvnw"), project.resolve("mvnw"));
        Files.copy(root.resolve(".mvn/wrapper/maven-wrapper.properties"), properties());
        programs = Files.createDirectory(folder.resolve("bin"));
        for (String program : PROGRAMS) {
            Path real = Path.of("/usr/bin", program);
            Files.createSymbolicLink(programs.resolve(program), Files.exists(real) ? real : Path.of("/bin", program));
        }
        program(
                "wget",
                "cp \"" + folder.resolve("download") + "\" \"$4\"\nprintf '%s' \"$2\" >\"" + folder.resolve("asked")
                        + "\"");
    }

    @Test
    void rejects_zip_with_wrong_checksum() throws IOException {
        program("unzip", "echo unpacked");
        Files.writeString(folder.resolve("download"), "not Maven");

        Result refused = run();

        assertThat(folder.resolve("asked")).content().endsWith("-bin.zip");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.output())
                .contains("Failed to validate Maven distribution SHA-256")
                .doesNotContain("unpacked");
    }

    @Test
    void rejects_archive_with_wrong_checksum_without_unzip() throws IOException {
        archive();

        Result refused = run();

        assertThat(folder.resolve("asked")).content().endsWith("-bin.tar.gz");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.output()).contains("Failed to validate Maven distribution SHA-256");
    }

    @Test
    void runs_archive_with_right_checksum() throws IOException {
        String sum = archive();
        String settings = Files.readString(properties());
        Files.writeString(
                properties(),
                settings.replaceAll("(?m)^distributionTarSha256Sum=.*$", "distributionTarSha256Sum=" + sum));

        Result ran = run();

        assertThat(ran.exitCode()).as(ran.output()).isZero();
        assertThat(ran.output()).isEqualTo("Maven with -v\n");
    }

    /** Creates the download: a distribution whose Maven only prints its arguments. Returns its checksum. */
    private String archive() throws IOException {
        Path maven = Files.createDirectories(folder.resolve("apache-maven-3.9.11/bin"))
                .resolve("mvn");
        Files.writeString(maven, "#!/bin/sh\necho \"Maven with $*\"\n");
        assertThat(maven.toFile().setExecutable(true)).isTrue();
        run(List.of(
                "tar", "czf", folder.resolve("download").toString(), "-C", folder.toString(), "apache-maven-3.9.11"));
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(Files.readAllBytes(folder.resolve("download"))));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Path properties() {
        return project.resolve(".mvn/wrapper/maven-wrapper.properties");
    }

    private void program(String name, String script) throws IOException {
        Path file = programs.resolve(name);
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private Result run() throws IOException {
        return run(List.of("/bin/sh", project.resolve("mvnw").toString(), "-v"));
    }

    private Result run(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().put("PATH", programs.toString());
        builder.environment().put("HOME", folder.resolve("home").toString());
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.onExit().join().exitValue(), output);
    }

    private record Result(int exitCode, String output) {}
}
