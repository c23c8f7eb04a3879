package io.zizhi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests how CI installs missing packages on a bare machine. The test itself installs nothing. */
class CiMachineTest {

    /** The path of clamd is absolute, so this machine's own may be found. */
    private static final String MISSING =
            "curl unzip patch nodejs npm python3 zsh (clamav-daemon )?kustomize promtool kcat";

    @TempDir
    private Path folder;

    private Shell machine;

    @BeforeEach
    void simulate_bare_machine() throws IOException {
        machine = new Shell(folder);
        machine.with("apt-get", "echo \"apt-get $*\" >> " + folder + "/ran; [[ $1 != install ]] || exit 7");
    }

    @Test
    void root_installs_without_sudo() throws IOException {
        user(0);
        assertThat(run(".ci/run").exitCode()).isEqualTo(7);
        assertThat(folder.resolve("ran"))
                .content()
                .contains("apt-get update")
                .containsPattern("apt-get install .*" + MISSING)
                .doesNotContain("sudo", "podman", "debootstrap");
    }

    @Test
    void night_also_installs_containers_and_bare_machine() throws IOException {
        user(0);
        assertThat(run(".ci/nightly").exitCode()).isEqualTo(7);
        assertThat(folder.resolve("ran"))
                .content()
                .containsPattern("apt-get install .*" + MISSING + ".* podman runc catatonit debootstrap");
    }

    @Test
    void ordinary_user_installs_with_sudo() throws IOException {
        user(1000);
        machine.with("sudo", "echo sudo >> " + folder + "/ran; \"$@\"");
        assertThat(run(".ci/run").exitCode()).isEqualTo(7);
        assertThat(folder.resolve("ran")).content().contains("sudo\napt-get update", "sudo\napt-get install");
    }

    @Test
    void lists_missing_packages_without_sudo() throws IOException {
        user(1000);
        Command.Result refused = run(".ci/run");
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.output()).containsPattern("CI needs " + MISSING).contains("there is no sudo", "as root");
        assertThat(folder.resolve("ran")).doesNotExist();
    }

    private void user(int id) throws IOException {
        machine.with("id", "[[ $1 == -u ]] && echo " + id + " || echo somebody");
    }

    private Command.Result run(String script) {
        return machine.run(script);
    }
}
