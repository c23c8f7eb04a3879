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

/**
 * Checks that a missing JDK is installed only after the user has been told and has agreed. The test itself installs
 * nothing.
 */
class JdkInstallationTest {

    @TempDir
    private Path folder;

    private Shell shell;
    private String jdks;

    @BeforeEach
    void simulate_machine_without_jdk() throws IOException {
        shell = new Shell(folder);
        jdks = Files.createDirectory(folder.resolve("jdks")).toString();
        shell.with("sudo", "\"$@\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "apt-get ; install -y --no-install-recommends openjdk-25-jdk-headless",
                "dnf ; install -y java-25-openjdk-devel",
                "zypper ; --non-interactive install java-25-openjdk-devel",
                "pacman ; -S --noconfirm --needed jdk-openjdk"
            })
    void announces_and_installs_jdk(String manager, String arguments) throws IOException {
        manager(manager, 25);
        Command.Result done = ensure("YES=yes");
        assertThat(done.exitCode()).as(done.output()).isZero();
        assertThat(done.output())
                .contains("none was found. This installs one:", manager + " " + arguments)
                .endsWith("found " + jdks + "/new\n");
        assertThat(folder.resolve("ran")).content().contains(manager + " " + arguments);
    }

    @Test
    void shows_command_without_consent() throws IOException {
        manager("apt-get", 25);
        Command.Result refused = ensure("YES=");
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.output())
                .contains("apt-get install -y --no-install-recommends openjdk-25-jdk-headless", "ZIZHI_YES=1");
        assertThat(folder.resolve("ran")).doesNotExist();
    }

    @Test
    void installs_older_package_if_newer_is_missing() throws IOException {
        manager("apt-get", 21);
        assertThat(ensure("YES=yes").output())
                .contains("openjdk-21-jdk-headless")
                .endsWith("found " + jdks + "/new\n");
    }

    @Test
    void explains_alternative_without_jdk_package() throws IOException {
        manager("apt-get", 17);
        Command.Result refused = ensure("YES=yes");
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.output()).contains("offers no package", "Eclipse Temurin", "export JAVA_HOME=");
        assertThat(folder.resolve("ran")).content().doesNotContain("install");
    }

    @Test
    void explains_alternative_without_package_manager() {
        Command.Result refused = ensure("YES=yes");
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.output()).contains("offers no package", "export JAVA_HOME=");
    }

    @Test
    void reports_failed_installation() throws IOException {
        manager("dnf", 25).with("dnf", "[[ $* != *install* ]] || { echo no mirror; exit 1; }");
        Command.Result failed = ensure("YES=yes");
        assertThat(failed.exitCode()).isEqualTo(2);
        assertThat(failed.output()).contains("no mirror", "dnf could not install java-25-openjdk-devel");
    }

    @Test
    void explains_remedy_without_network_and_package_lists() throws IOException {
        manager("apt-get", 17).with("apt-get", "echo W: Failed to fetch; exit 100");
        Command.Result refused = ensure("YES=yes");
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.output())
                .contains("Failed to fetch", "could not fetch the lists", "Acquire::http::Proxy", "export JAVA_HOME=")
                .doesNotContain("offers no package");
    }

    @Test
    void explains_remedy_without_network_with_old_package_lists() throws IOException {
        manager("apt-get", 25).with("apt-get", "echo W: Failed to fetch; exit 100");
        Command.Result refused = ensure("YES=yes");
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.output()).contains("could not fetch the lists", "export JAVA_HOME=");
    }

    @Test
    void installs_although_one_package_list_fails() throws IOException {
        manager("apt-get", 25);
        String real = Files.readString(folder.resolve("bin/apt-get"));
        shell.with("apt-get", "[[ $* != update* ]] || { echo W: Failed to fetch; exit 100; }\n" + real);
        assertThat(ensure("YES=yes").output()).contains("Failed to fetch").endsWith("found " + jdks + "/new\n");
    }

    @Test
    void uses_newest_installed_jdk() throws IOException {
        manager("apt-get", 25);
        jdk("old", 17);
        jdk("good", 21);
        jdk("better", 25);
        assertThat(ensure("YES=yes").output()).isEqualTo("found " + jdks + "/better\n");
        assertThat(ensure("JAVA_HOME=" + jdks + "/good").output()).isEqualTo("found " + jdks + "/good\n");
        assertThat(ensure("JAVA_HOME=" + jdks + "/old").output()).isEqualTo("found " + jdks + "/better\n");
        assertThat(folder.resolve("ran")).doesNotExist();
    }

    @Test
    void commands_without_build_install_no_jdk() throws IOException {
        manager("apt-get", 25);
        Command.Result refused = shell.run("JDK_FOLDERS=(" + jdks + "); YES=yes; require_jdk");
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.output()).contains("needs a JDK 21 or later", "./zizhi up can install one");
        assertThat(folder.resolve("ran")).doesNotExist();
    }

    private Command.Result ensure(String setting) {
        return shell.run("JDK_FOLDERS=(" + jdks + "); " + setting + "; ensure_jdk; echo found $JAVA_HOME");
    }

    /** A package manager that offers {@code version} only, records its calls, and unpacks a JDK. */
    private Shell manager(String name, int version) throws IOException {
        String jdk = jdks + "/new";
        shell.with("apt-cache", "[[ $2 != *-" + version + "-* ]] || echo \"$2 | 1 | here\"");
        return shell.with(name, """
                case "$*" in
                *info*) [[ "$*" == *-%1$d-* ]] && echo "Name : $*"; exit ;;
                esac
                echo "%2$s $*" >> %3$s/ran
                [[ "$*" == *openjdk* ]] || exit 0
                mkdir -p %4$s/bin && touch %4$s/bin/javac && chmod +x %4$s/bin/javac
                echo 'JAVA_VERSION="%1$d.0.1"' > %4$s/release
                """.formatted(version, name, folder, jdk));
    }

    private void jdk(String name, int version) throws IOException {
        Path bin = Files.createDirectories(Path.of(jdks, name, "bin"));
        assertThat(Files.createFile(bin.resolve("javac")).toFile().setExecutable(true))
                .isTrue();
        Files.writeString(Path.of(jdks, name, "release"), "JAVA_VERSION=\"" + version + ".0.1\"\n");
    }
}
