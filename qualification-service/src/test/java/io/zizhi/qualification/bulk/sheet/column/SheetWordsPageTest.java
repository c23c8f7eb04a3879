package io.zizhi.qualification.bulk.sheet.column;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Prints the accepted words and headers into the last section of {@code docs/bulk-filing.md} and of its Chinese twin. */
class SheetWordsPageTest {

    enum Page {
        ENGLISH(
                "bulk-filing.md",
                "## Words and headers\n",
                """

                `SheetWordsPageTest` generates this section from the code; the test fails when it is out of date and prints the command that renews it.
                Width, case, spaces, brackets and punctuation do not matter, and a header may end with `*` or （必填）.

                | word | accepted in a cell |
                |---|---|
                """,
                "%s below the header %s",
                "\n| header | 表头 | also accepted |\n|---|---|---|\n"),
        CHINESE("bulk-filing.zh-CN.md", "## 选项与表头\n", """

                本节由 `SheetWordsPageTest` 根据代码生成；过期时测试失败，并给出更新命令。
                大小写、全半角、空格、括号和标点均不影响识别，表头末尾可以带 `*` 或（必填）。

                | 选项 | 单元格中可以填写 |
                |---|---|
                """, "%s（表头为“%s”）", "\n| 英文表头 | 中文表头 | 也可写作 |\n|---|---|---|\n");

        private final String file;
        private final String section;
        private final String words;
        private final String below;
        private final String headers;

        Page(String file, String section, String words, String below, String headers) {
            this.file = file;
            this.section = section;
            this.words = words;
            this.below = below;
            this.headers = headers;
        }
    }

    @ParameterizedTest
    @EnumSource
    void page_lists_accepted_words_and_headers(Page page) throws IOException {
        String kept = Files.readString(root().resolve("docs").resolve(page.file));
        int start = kept.indexOf(page.section);
        String made = kept.substring(0, start < 0 ? kept.length() : start) + section(page);
        Path renewed = root().resolve("qualification-service/target").resolve(page.file);
        Files.createDirectories(Objects.requireNonNull(renewed.getParent()));
        Files.writeString(renewed, made);
        assertThat(kept)
                .as("Renew the page: cp qualification-service/target/%1$s docs/%1$s", page.file)
                .isEqualTo(made);
    }

    private static String section(Page page) {
        StringBuilder section = new StringBuilder(page.section).append(page.words);
        for (SheetWords words : SheetWords.values()) {
            for (SheetWords.Word word : words.words()) {
                String constant = words == SheetWords.OWN_USE
                        ? page.below.formatted(word.constant(), HeaderVariants.OWN_USE)
                        : word.constant();
                section.append(row(constant, word.chinese() + joined(word.others())));
            }
        }
        section.append(row("2099-12-31", String.join(", ", SheetWords.LONG_TERM_WORDS)));
        section.append(page.headers);
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
