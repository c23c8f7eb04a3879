package io.zizhi.document.intake.inspection.picture;

import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Collects an encoded picture in memory. Writing more than the limit fails at once. */
final class BoundedImageOutput extends MemoryCacheImageOutputStream {

    private final int limit;
    private boolean beyondLimit;

    BoundedImageOutput(int limit) {
        super(OutputStream.nullOutputStream());
        this.limit = limit;
    }

    @Override
    public void write(int value) throws IOException {
        require(1);
        super.write(value);
    }

    @Override
    public void write(byte[] source, int offset, int length) throws IOException {
        require(length);
        super.write(source, offset, length);
    }

    /** Does nothing: flushed bytes would be lost. */
    @Override
    public void flushBefore(long position) {
        // All bytes stay in memory until the end.
    }

    byte[] bytes() throws IOException {
        byte[] bytes = new byte[Math.toIntExact(length())];
        seek(0);
        readFully(bytes);
        return bytes;
    }

    /** Returns whether the picture did not fit. Encoders hide the reason of a failure in their own exceptions. */
    boolean isBeyondLimit() {
        return beyondLimit;
    }

    private void require(int more) throws IOException {
        if (getStreamPosition() + more > limit) {
            beyondLimit = true;
            throw new IOException("The encoded picture is too long");
        }
    }
}
