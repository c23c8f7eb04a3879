package io.zizhi.local.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Incomplete objects that the S3 server leaves when the disk is full. They are next to the complete
 * objects, under special names and without attributes. The server then fails to list the bucket.
 */
final class TornObjects {

    private static final Pattern NAME = Pattern.compile(".+-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private TornObjects() {}

    /** Removes them. Call it before any client writes. */
    static void remove(Path objects) {
        try {
            for (Path torn : all(objects)) {
                Files.delete(torn);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<Path> all(Path objects) throws IOException {
        try (Stream<Path> files = Files.walk(objects)) {
            return files.filter(TornObjects::isTorn).toList();
        }
    }

    private static boolean isTorn(Path file) {
        return NAME.matcher(file.getFileName().toString()).matches()
                && Files.isRegularFile(file)
                && hasNoAttributes(file);
    }

    /** Returns whether the file has no attributes; false if the file system does not support attributes. */
    private static boolean hasNoAttributes(Path file) {
        UserDefinedFileAttributeView attributes = Files.getFileAttributeView(file, UserDefinedFileAttributeView.class);
        try {
            return attributes != null && attributes.list().isEmpty();
        } catch (IOException unsupported) {
            return false;
        }
    }
}
