package io.zizhi.document.intake;

import io.zizhi.platform.problem.Problems;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.function.LongSupplier;

/** A body that counts and looks at the clock while it is read, and stops at the limit instead of at its end. */
final class CountedBody extends FilterInputStream {

    private final int limit;
    private final LongSupplier nanoTime;
    private final long start;
    private final long longest;
    private int count;

    /**
     * @param limit bytes that may be read
     * @param deadline how long all of it may take, so that a slow sender does not hold its place for ever
     * @param nanoTime {@link System#nanoTime} outside of tests
     */
    CountedBody(InputStream body, int limit, Duration deadline, LongSupplier nanoTime) {
        super(body);
        this.limit = limit;
        this.nanoTime = nanoTime;
        this.start = nanoTime.getAsLong();
        this.longest = deadline.toNanos();
    }

    /** Reads all of it: at least one byte, at most the limit. */
    byte[] readWhole() {
        byte[] bytes;
        try {
            bytes = readAllBytes();
        } catch (IOException broken) {
            throw Problems.badRequest("UPLOAD_INTERRUPTED", "", "The body ended before it was complete.");
        }
        if (bytes.length == 0) {
            throw Upload.empty();
        }
        return bytes;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        count(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        count(Math.max(read, 0));
        return read;
    }

    private void count(int read) {
        count += read;
        if (count > limit) {
            throw Upload.tooLarge();
        }
        if (nanoTime.getAsLong() - start > longest) {
            throw Problems.badRequest("UPLOAD_TOO_SLOW", "", "The body took too long to arrive.");
        }
    }
}
