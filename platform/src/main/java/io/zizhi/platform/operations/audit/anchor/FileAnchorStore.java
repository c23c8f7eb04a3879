package io.zizhi.platform.operations.audit.anchor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Anchors in a file, one line each. The file is only appended to, so it may have the attribute of append-only files. A
 * lock makes replicas that write at once fail, except one. A line that a crash has cut off stays, and readers skip it.
 */
final class FileAnchorStore implements AnchorStore {

    /** Bytes of a page: more than the longest line, which has a head for each of {@link AnchorHeads#MOST} chains. */
    private static final int PAGE_BYTES = 1 << 20;

    /** Bytes in which the last line is searched first. */
    private static final int TAIL_BYTES = 1 << 17;

    private final Path file;

    FileAnchorStore(Path file) {
        this.file = file;
    }

    @Override
    public Optional<SignedAnchor> last() {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return last(channel);
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException failure) {
            throw new UncheckedIOException("The anchors in " + file + " cannot be read", failure);
        }
    }

    @Override
    public void append(SignedAnchor next) {
        try {
            Files.createDirectories(Objects.requireNonNull(file.toAbsolutePath().getParent()));
            try (FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                // locked until the channel is closed
                if (channel.tryLock() == null) {
                    throw new IllegalStateException("Another replica is writing an anchor to " + file);
                }
                append(channel, next);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("The anchors in " + file + " cannot be written", failure);
        }
    }

    private void append(FileChannel channel, SignedAnchor next) throws IOException {
        endCutOffLine(channel);
        String last = last(channel).map(SignedAnchor::hash).orElse(SignedAnchor.FIRST);
        if (!last.equals(next.anchor().previous())) {
            throw new IllegalStateException("Another replica has written an anchor to " + file);
        }
        write(channel, next.line() + '\n');
        channel.force(true);
    }

    private static void endCutOffLine(FileChannel channel) throws IOException {
        long size = channel.size();
        if (size > 0 && read(channel, size - 1, 1)[0] != '\n') {
            write(channel, "\n");
        }
    }

    @Override
    public Page read(String position, long last) {
        long offset = Long.parseLong(position);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            int length = Math.clamp(size - offset, 0, PAGE_BYTES);
            byte[] bytes = read(channel, Math.min(offset, size), length);
            int end = afterLastLine(bytes);
            List<SignedAnchor> anchors = lines(bytes, end).stream()
                    .map(SignedAnchor::parse)
                    .flatMap(Optional::stream)
                    .toList();
            return new Page(anchors, Long.toString(offset + end), List.of());
        } catch (NoSuchFileException none) {
            return new Page(List.of(), position, List.of());
        } catch (IOException failure) {
            throw new UncheckedIOException("The anchors in " + file + " cannot be read", failure);
        }
    }

    /** Searches backwards for the last line that is whole. */
    private static Optional<SignedAnchor> last(FileChannel channel) throws IOException {
        long size = channel.size();
        for (long length = TAIL_BYTES; ; length *= 2) {
            int known = (int) Math.min(Math.min(length, size), Integer.MAX_VALUE - 8);
            byte[] bytes = read(channel, size - known, known);
            Optional<SignedAnchor> found = lines(bytes, afterLastLine(bytes)).reversed().stream()
                    .map(SignedAnchor::parse)
                    .flatMap(Optional::stream)
                    .findFirst();
            if (found.isPresent() || known == size) {
                return found;
            }
        }
    }

    private static List<String> lines(byte[] bytes, int end) {
        return new String(bytes, 0, end, StandardCharsets.UTF_8).lines().toList();
    }

    private static int afterLastLine(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        return end;
    }

    private static byte[] read(FileChannel channel, long from, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining() && channel.read(buffer, from + buffer.position()) >= 0) {
            // reads the rest
        }
        return buffer.array();
    }

    private static void write(FileChannel channel, String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        channel.position(channel.size());
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
