package io.zizhi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the messages of {@code ./zizhi} on a machine that does not meet the requirements. */
class MachineTest {

    @TempDir
    private Path folder;

    private Shell shell;

    @BeforeEach
    void simulate_machine() throws IOException {
        shell = new Shell(folder);
        system("Linux", "x86_64");
    }

    @ParameterizedTest
    @CsvSource({"Linux, x86_64, 0", "Linux, aarch64, 0", "Darwin, arm64, 2", "Linux, riscv64, 2", "Linux, i686, 2"})
    void accepts_only_linux_on_two_processors(String system, String processor, int exitCode) throws IOException {
        system(system, processor);
        Command.Result result = shell.run("require_platform");
        assertThat(result.exitCode()).isEqualTo(exitCode);
        if (exitCode != 0) {
            assertThat(result.output()).contains("Linux with glibc", "this is " + system + " on " + processor);
        }
    }

    @Test
    void rejects_other_c_library() throws IOException {
        shell.with("getconf", "exit 1").with("ldd", "echo 'musl libc (x86_64)'; exit 1");
        Command.Result refused = shell.run("require_platform");
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.output()).contains("such as musl on Alpine");
    }

    @Test
    void reports_nearly_full_disk_before_writing() throws IOException {
        shell.with("df", "echo Filesystem; echo '/dev/vda1 10000000 9700000 307200 97% /'");
        Command.Result refused = shell.run("require_space /srv/not-there-yet 1000 'a build'");
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.output()).contains("300 MB are free at /", "a build needs about 1000 MB");
        assertThat(shell.run("require_space / 299 'a build'").exitCode()).isZero();
    }

    @Test
    void reads_free_space_of_this_machine() {
        assertThat(shell.run("require_space / 1 'a test'").exitCode()).isZero();
        assertThat(shell.run("require_space / 999999999 'a test'").output()).contains("needs about 999999999 MB");
    }

    @Test
    void names_unwritable_state_folder() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        Command.Result refused = shell.run("STATE=" + file + "/state; require_state");
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.output()).contains(file + "/state cannot be written by", "ZIZHI_STATE=");
        assertThat(shell.run("STATE=" + folder + "/state; require_state").exitCode())
                .isZero();
    }

    private void system(String system, String processor) throws IOException {
        shell.with("uname", "[[ $1 == -s ]] && echo " + system + " || echo " + processor);
    }
}
