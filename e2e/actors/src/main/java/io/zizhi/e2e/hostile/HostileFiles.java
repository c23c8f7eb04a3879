package io.zizhi.e2e.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;

/** All hostile files with their expected outcomes. */
public final class HostileFiles {

    private static final String LIST = "hostile-files.txt";

    private HostileFiles() {}

    /** Returns the files in the order of the list; fails if the list and the makers differ. */
    public static List<HostileFile> all() {
        Map<String, Supplier<byte[]>> makers = new TreeMap<>();
        makers.putAll(JpegFiles.ALL);
        makers.putAll(PngFiles.ALL);
        makers.putAll(OtherFiles.ALL);
        makers.putAll(PdfFiles.ALL);
        makers.putAll(WordFiles.ALL);
        List<HostileFile> files = list().lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> file(line, makers))
                .toList();
        if (!makers.isEmpty()) {
            throw new IllegalStateException("Not in " + LIST + ": " + makers.keySet());
        }
        return files;
    }

    private static HostileFile file(String line, Map<String, Supplier<byte[]>> makers) {
        String[] cells = line.split("\\s*\\|\\s*", -1);
        Supplier<byte[]> maker = makers.remove(cells[0]);
        if (maker == null) {
            throw new IllegalStateException("No maker of " + cells[0]);
        }
        return new HostileFile(cells[0], cells[1], Integer.parseInt(cells[2]), cells[3], cells[4], cells[5], maker);
    }

    private static String list() {
        try (InputStream in = Objects.requireNonNull(HostileFiles.class.getResourceAsStream(LIST))) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
