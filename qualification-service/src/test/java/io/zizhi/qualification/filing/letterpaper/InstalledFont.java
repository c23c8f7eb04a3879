package io.zizhi.qualification.filing.letterpaper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Properties;

/** The Chinese font of this machine, found by the default setting. {@code ./zizhi test} installs one. */
final class InstalledFont {

    private InstalledFont() {}

    static ChineseFont find() {
        List<String> files = files();
        require(files);
        return new ChineseFont(() -> files);
    }

    /** Fails with the package to install. */
    static void require() {
        require(files());
    }

    private static void require(List<String> files) {
        assertThat(files)
                .as("Letters need a Chinese font. Install one: apt-get install fonts-droid-fallback")
                .anyMatch(file -> Files.isReadable(Path.of(file)));
    }

    static List<String> files() {
        Properties settings = new Properties();
        try (InputStream stream =
                Objects.requireNonNull(InstalledFont.class.getResourceAsStream("/application.properties"))) {
            settings.load(stream);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return List.of(Objects.requireNonNull(settings.getProperty("zizhi.letter.paper.chinese-fonts"))
                .split(","));
    }
}
