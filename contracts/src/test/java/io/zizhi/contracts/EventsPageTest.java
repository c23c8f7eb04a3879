package io.zizhi.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EventsPageTest {

    private static final Path ROOT = root();

    @Test
    void events_page_is_up_to_date() throws IOException {
        assertUpToDate("events.md", EventsPage.english(ROOT));
    }

    @Test
    void chinese_events_page_is_up_to_date() throws IOException {
        ChineseComments texts = new ChineseComments();
        Set<String> comments = EventsPage.comments(ROOT);
        assertThat(comments.stream().filter(comment -> !texts.english().contains(comment)))
                .as("comments without a line in events-zh-CN.txt")
                .isEmpty();
        assertThat(texts.english().stream().filter(line -> !comments.contains(line)))
                .as("lines of events-zh-CN.txt without a comment")
                .isEmpty();
        assertUpToDate("events.zh-CN.md", EventsPage.chinese(ROOT, texts));
    }

    private static void assertUpToDate(String page, String made) throws IOException {
        Path kept = ROOT.resolve("docs").resolve(page);
        Path renewed = ROOT.resolve("contracts/target").resolve(page);
        Files.createDirectories(ROOT.resolve("contracts/target"));
        Files.writeString(renewed, made);
        assertThat(Files.exists(kept) ? Files.readString(kept) : "")
                .as("docs/%1$s is out of date. Renew it: cp contracts/target/%1$s docs/%1$s", page)
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
