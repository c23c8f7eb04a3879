package io.zizhi.platform.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The Chinese texts of a module's settings.
 *
 * @param texts by name of the setting
 */
record ChineseSettings(Map<String, String> texts) {

    static ChineseSettings of(Path file) {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<String> lines = Files.lines(file)) {
            lines.filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(line -> {
                String[] columns = line.split(" \\| ", -1);
                if (columns.length != 2 || texts.put(columns[0], columns[1]) != null) {
                    throw new IllegalStateException(file + ": write one line NAME | 中文 for each setting, not " + line);
                }
            });
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return new ChineseSettings(texts);
    }

    Set<String> names() {
        return texts.keySet();
    }

    String of(Setting setting) {
        return Objects.requireNonNull(texts.get(setting.name()));
    }
}
