package io.zizhi.contracts;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * The Chinese texts of the comments on the events page. {@code events-zh-CN.txt} has lines {@code English | Chinese}. A
 * comment that several fields share needs one line, and a reworded comment needs a new one.
 */
final class ChineseComments {

    private static final String FILE = "/events-zh-CN.txt";

    private final Map<String, String> texts = new TreeMap<>();

    ChineseComments() {
        try (InputStream file = Objects.requireNonNull(ChineseComments.class.getResourceAsStream(FILE), FILE);
                var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .forEach(this::add);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void add(String line) {
        String[] columns = line.split(" \\| ", -1);
        if (columns.length != 2 || texts.put(columns[0], columns[1]) != null) {
            throw new IllegalStateException(FILE + ": write one line English | 中文 for each comment, not " + line);
        }
    }

    /** Returns all English comments that have a text. */
    Set<String> english() {
        return texts.keySet();
    }

    String of(String english) {
        return Objects.requireNonNull(texts.get(english), () -> FILE + " lacks " + english);
    }
}
