package io.zizhi.e2e.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class HostileFilesPageTest {

    @Test
    void pages_list_every_file_with_its_outcome() throws IOException {
        assertThat(table("hostile-files.md")).isEqualTo(expected(HostileFile::english));
        assertThat(table("hostile-files.zh-CN.md")).isEqualTo(expected(HostileFile::chinese));
    }

    private static List<String> table(String page) throws IOException {
        return Files.readAllLines(Path.of("../docs", page)).stream()
                .filter(line -> line.matches("\\| `[a-z0-9-]+` \\| \\d{3}.*"))
                .toList();
    }

    private static List<String> expected(Function<HostileFile, String> text) {
        return HostileFiles.all().stream()
                .map(file -> "| `" + file.name() + "` | " + file.status()
                        + (file.isAccepted() ? "" : " `" + file.code() + "`") + " | " + text.apply(file) + " |")
                .toList();
    }
}
