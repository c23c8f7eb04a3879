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
    void the_page_of_the_events_says_what_the_code_says() throws IOException {
        Path kept = ROOT.resolve("docs/events.md");
        String made = new EventsPage(ROOT).write();
        Path renewed = ROOT.resolve("contracts/target/events.md");
        Files.createDirectories(ROOT.resolve("contracts/target"));
        Files.writeString(renewed, made);
        assertThat(Files.exists(kept) ? Files.readString(kept) : "")
                .as("docs/events.md is out of date. Renew it: cp contracts/target/events.md docs/events.md")
                .isEqualTo(made);
    }

    /** Tests run in the folder of their module or of the project. */
    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("mvnw"))) {
            folder = Objects.requireNonNull(folder.getParent());
        }
        return folder;
    }
}
