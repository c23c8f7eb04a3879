package io.zizhi.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zizhi.local.layout.LocalFailure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationDataTest {

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

    @Test
    void deletes_only_folders_of_zizhi() throws IOException {
        Files.createDirectories(folder.resolve("data/postgres/base"));
        Files.writeString(folder.resolve("data/postgres/base/1"), "rows");
        Files.writeString(folder.resolve("data/demo-accounts"), "known");
        Files.writeString(folder.resolve("data/diary"), "not ours");
        Files.createDirectories(folder.resolve("logs"));
        Files.createDirectories(folder.resolve("secrets"));
        new InstallationData(folder).delete(out);
        assertThat(folder.resolve("data").toFile().list()).containsExactly("diary");
        assertThat(folder.resolve("logs")).exists();
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("Deleting all data in " + folder);
    }

    @Test
    void deletes_all_but_anchors() throws IOException {
        Files.createDirectories(folder.resolve("data/postgres"));
        Files.createDirectories(folder.resolve("data/anchors"));
        Files.writeString(folder.resolve("data/anchors/review-service.anchors"), "proof");
        Files.createDirectories(folder.resolve("secrets"));

        new InstallationData(folder).deleteAllButAnchors(out);

        assertThat(folder.resolve("data").toFile().list()).containsExactly("anchors");
        assertThat(folder.resolve("data/anchors/review-service.anchors")).hasContent("proof");
    }

    @Test
    void keeps_data_not_created_by_zizhi() throws IOException {
        Files.createDirectories(folder.resolve("data/postgres"));
        assertThatThrownBy(() -> new InstallationData(folder).delete(out))
                .isInstanceOf(LocalFailure.class)
                .hasMessageContaining("Nothing was deleted");
        assertThat(folder.resolve("data/postgres")).exists();
    }

    @Test
    void reports_empty_installation() {
        new InstallationData(folder).delete(out);
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("no data to delete");
    }
}
