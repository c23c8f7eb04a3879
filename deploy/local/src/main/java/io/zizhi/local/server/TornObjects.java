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
 * What the S3 server could not write to the end, on a full disk. It leaves it beside the objects under a name of its own,
 * lists it among them, and then cannot list anything, because the attributes are missing that each object has.
 */
final class TornObjects {

    private static final Pattern NAME = Pattern.compile(".+-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private TornObjects() {}

    /** Removes it; to be called before anybody writes. */
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

    /** Where a file system knows of none, nothing is torn. */
    private static boolean hasNoAttributes(Path file) {
        UserDefinedFileAttributeView attributes = Files.getFileAttributeView(file, UserDefinedFileAttributeView.class);
        try {
            return attributes != null && attributes.list().isEmpty();
        } catch (IOException unsupported) {
            return false;
        }
    }
}
