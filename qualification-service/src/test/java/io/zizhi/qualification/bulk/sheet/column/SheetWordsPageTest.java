package io.zizhi.qualification.bulk.sheet.column;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Prints the accepted words and headers into the last section of {@code docs/bulk-filing.md}. */
class SheetWordsPageTest {

    private static final String SECTION = "## Words and headers\n";

    @Test
    void page_lists_accepted_words_and_headers() throws IOException {
        Path page = root().resolve("docs/bulk-filing.md");
        String kept = Files.readString(page);
        int start = kept.indexOf(SECTION);
        String made = kept.substring(0, start < 0 ? kept.length() : start) + section();
        Path renewed = root().resolve("qualification-service/target/bulk-filing.md");
        Files.createDirectories(Objects.requireNonNull(renewed.getParent()));
        Files.writeString(renewed, made);
        assertThat(kept)
                .as("Renew the page: cp qualification-service/target/bulk-filing.md docs/bulk-filing.md")
                .isEqualTo(made);
    }

    private static String section() {
        StringBuilder section = new StringBuilder(SECTION).append("""

                `SheetWordsPageTest` generates this section from the code; the test fails when it is out of date and prints the command that renews it.
                Width, case, spaces, brackets and punctuation do not matter, and a header may end with `*` or （必填）.

                | word | accepted in a cell |
                |---|---|
                """);
        for (SheetWords words : SheetWords.values()) {
            for (SheetWords.Word word : words.words()) {
                String constant = words == SheetWords.OWN_USE
                        ? word.constant() + " below the header " + HeaderVariants.OWN_USE
                        : word.constant();
                section.append(row(constant, word.chinese() + joined(word.others())));
            }
        }
        section.append(row("2099-12-31", String.join(", ", SheetWords.LONG_TERM_WORDS)));
        section.append("\n| header | 表头 | also accepted |\n|---|---|---|\n");
        for (SheetColumn column : SheetColumn.values()) {
            section.append("| %s | %s | %s |\n"
                    .formatted(
                            column.english(),
                            column.chinese(),
                            HeaderVariants.of(column).stream()
                                    .filter(header -> !header.equals(column.chinese()))
                                    .collect(Collectors.joining(", "))));
        }
        return section.toString();
    }

    private static String joined(Iterable<String> others) {
        StringBuilder joined = new StringBuilder();
        others.forEach(other -> joined.append(", ").append(other));
        return joined.toString();
    }

    private static String row(String constant, String words) {
        return "| %s | %s |\n".formatted(constant, words);
    }

    /** Finds the project root, because tests run in the folder of the module or of the project. */
    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("mvnw"))) {
            folder = Objects.requireNonNull(folder.getParent());
        }
        return folder;
    }
}
