package io.zizhi.local.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.function.Supplier;

/** Files that only their owner may read (0600, folders 0700), and that are never visible half-written. */
public final class PrivateFiles {

    private PrivateFiles() {}

    /** Creates {@code folder} and its missing parents, closed to other users. */
    public static Path folder(Path folder) {
        try {
            return Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes {@code content} to {@code file}, replacing any earlier content. */
    public static void write(Path file, String content) {
        Path written = temporary(file, content);
        try {
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the content of {@code file}, which is created from {@code content} if it does not exist. */
    public static String createOnce(Path file, Supplier<String> content) {
        try {
            if (!Files.exists(file)) {
                linkIfAbsent(temporary(file, content.get()), file);
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Links the file. Unlike a move, a link fails if another process was faster; that process's content is then used.
     */
    private static void linkIfAbsent(Path written, Path file) throws IOException {
        try {
            Files.createLink(file, written);
        } catch (FileAlreadyExistsException e) {
            // the other process has written the secret that both will use
        } finally {
            Files.delete(written);
        }
    }

    private static Path temporary(Path file, String content) {
        try {
            Path folder = folder(Objects.requireNonNull(file.toAbsolutePath().getParent()));
            // createTempFile gives 0600
            Path written = Files.createTempFile(folder, file.getFileName().toString(), ".tmp");
            return Files.writeString(written, content, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
