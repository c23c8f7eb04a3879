package io.zizhi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks how fonts and text libraries are installed before a build. The test itself installs nothing. */
class FontInstallationTest {

    private static final String PACKAGES =
            "fontconfig libfreetype6 libharfbuzz0b fonts-dejavu-core fonts-droid-fallback";

    @TempDir
    private Path folder;

    private Shell machine;

    @BeforeEach
    void simulate_complete_machine() throws IOException {
        Path fonts = Files.createDirectory(folder.resolve("fonts"));
        Files.createFile(fonts.resolve("some.ttc"));
        machine = new Shell(folder)
                .with("ldd", "echo '	libjvm.so => not found'; echo '	libharfbuzz.so.0 => /lib/libharfbuzz.so.0'")
                .with("ldconfig", "echo '	libfontconfig.so.1 (libc6,x86-64) => /lib/libfontconfig.so.1'")
                .with("sudo", "\"$@\"")
                .with("apt-get", "echo \"apt-get $*\" >> " + folder + "/ran");
    }

    @Test
    void installs_nothing_if_complete() {
        assertThat(run("YES=yes; ensure_fonts; require_fonts; echo done").output())
                .isEqualTo("done\n");
        assertThat(folder.resolve("ran")).doesNotExist();
    }

    @Test
    void announces_and_installs_missing_library_of_jdk() throws IOException {
        machine.with("ldd", "echo '	libjvm.so => not found'; echo '	libharfbuzz.so.0 => not found'");
        assertThat(run("YES=yes; ensure_fonts; echo done").output())
                .contains("cannot be drawn", "apt-get install -y --no-install-recommends " + PACKAGES)
                .endsWith("done\n");
        assertThat(folder.resolve("ran"))
                .content()
                .contains("apt-get update", "apt-get install -y --no-install-recommends " + PACKAGES);
    }

    @Test
    void installs_missing_fontconfig() throws IOException {
        machine.with("ldconfig", "true");
        assertThat(run("YES=yes; ensure_fonts").output()).contains(PACKAGES);
    }

    @Test
    void installs_missing_font() throws IOException {
        Files.delete(folder.resolve("fonts/some.ttc"));
        Files.createFile(folder.resolve("fonts/latin.ttf"));
        assertThat(run("YES=yes; ensure_fonts").output()).contains(PACKAGES);
    }

    @Test
    void looks_for_fonts_of_setting_or_its_default() {
        assertThat(run("chinese_fonts").output())
                .isEqualTo("%s\n%s#1\n".formatted(folder.resolve("fonts/none.ttf"), folder.resolve("fonts/some.ttc")));
        assertThat(run("unset ZIZHI_LETTER_PAPER_CHINESE_FONTS; chinese_fonts").output())
                .startsWith("/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf\n")
                .endsWith("/usr/share/fonts/wenquanyi/wqy-zenhei/wqy-zenhei.ttc\n");
    }

    @Test
    void continues_without_consent_and_names_packages() throws IOException {
        machine.with("ldconfig", "true");
        assertThat(run("YES=; ensure_fonts; echo done").output())
                .contains(PACKAGES, "The suite starts without them")
                .endsWith("done\n");
        assertThat(folder.resolve("ran")).doesNotExist();
    }

    @Test
    void continues_after_failed_installation() throws IOException {
        machine.with("ldconfig", "true").with("apt-get", "echo no mirror; exit 100");
        Command.Result result = run("YES=yes; ensure_fonts; echo done");
        assertThat(result.exitCode()).as(result.output()).isZero();
        assertThat(result.output()).contains("could not be installed").endsWith("done\n");
    }

    @Test
    void stops_demo_and_names_packages() throws IOException {
        machine.with("ldconfig", "true");
        Command.Result refused = run("require_fonts; echo done");
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.output()).contains("cannot be drawn", PACKAGES).doesNotContain("done");
    }

    private Command.Result run(String script) {
        String fonts = "%1$s/none.ttf,%1$s/some.ttc#1".formatted(folder.resolve("fonts"));
        return machine.run("JAVA_HOME=/nonexistent; ZIZHI_LETTER_PAPER_CHINESE_FONTS=" + fonts + "; " + script);
    }
}
