package io.zizhi.local.logs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The log of one process. It may be missing, grow, or be replaced while it is read. */
final class LogFile {

    private static final int BLOCK = 1 << 16;

    private final String part;
    private final Path file;
    private final LogFormat format;
    private long position;
    private @Nullable Object identity;
    private Instant last = Instant.EPOCH;

    LogFile(String part, Path file, LogFormat format) {
        this.part = part;
        this.file = file;
        this.format = format;
    }

    /** Returns the last {@code lines} lines; {@link #news()} continues after them. */
    List<LogLine> tail(int lines) {
        try (FileChannel channel = FileChannel.open(file)) {
            identity = identity();
            position = startOfTail(channel, lines);
            return read(channel);
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the complete lines written since the last call. */
    List<LogLine> news() {
        try (FileChannel channel = FileChannel.open(file)) {
            Object now = identity();
            if (!now.equals(identity) || channel.size() < position) {
                identity = now;
                position = 0;
            }
            return read(channel);
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Object identity() throws IOException {
        Object key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
        return key == null ? file : key;
    }

    /** Returns the position at which the last {@code lines} complete lines begin. */
    private static long startOfTail(FileChannel channel, int lines) throws IOException {
        long end = channel.size();
        // the line break at the very end does not begin a line
        int missing = lines + 1;
        while (end > 0) {
            long start = Math.max(0, end - BLOCK);
            byte[] block = bytes(channel, start, (int) (end - start));
            for (int i = block.length - 1; i >= 0; i--) {
                if (block[i] == '\n' && --missing == 0) {
                    return start + i + 1;
                }
            }
            end = start;
        }
        return 0;
    }

    /** Reads the new lines. Leaves an incomplete last line to the next call. */
    private List<LogLine> read(FileChannel channel) throws IOException {
        byte[] content = bytes(channel, position, Math.toIntExact(channel.size() - position));
        List<LogLine> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < content.length; i++) {
            if (content[i] == '\n') {
                lines.add(line(new String(content, start, i - start, StandardCharsets.UTF_8)));
                start = i + 1;
            }
        }
        position += start;
        return lines;
    }

    private LogLine line(String text) {
        last = format.time(text).orElse(last);
        return new LogLine(part, last, text);
    }

    /** Returns {@code length} bytes, or fewer if the file is truncated while it is read. */
    private static byte[] bytes(FileChannel channel, long start, int length) throws IOException {
        byte[] bytes = new byte[length];
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining() && channel.read(buffer, start + buffer.position()) > 0) {
            // the loop's condition does the work
        }
        return buffer.hasRemaining() ? Arrays.copyOf(bytes, buffer.position()) : bytes;
    }
}
