package io.zizhi.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class EventsPageTest {

    private static final Path ROOT = root();

    @Test
    void events_page_is_up_to_date() throws IOException {
        Path kept = ROOT.resolve("docs/events.md");
        String made = new EventsPage(ROOT).write();
        Path renewed = ROOT.resolve("contracts/target/events.md");
        Files.createDirectories(ROOT.resolve("contracts/target"));
        Files.writeString(renewed, made);
        assertThat(Files.exists(kept) ? Files.readString(kept) : "")
                .as("docs/events.md is out of date. Renew it: cp contracts/target/events.md docs/events.md")
                .isEqualTo(made);
    }

    /** Finds the project root, because tests run in the folder of the module or of the project. */
    static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("mvnw"))) {
            folder = Objects.requireNonNull(folder.getParent());
        }
        return folder;
    }
}
