package io.zizhi.document.storage;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Cipher text on its way from the object store. It remembers whether reading it failed, because the cipher above it
 * reports an outage and bytes that were tampered with by the same exception.
 */
final class ObjectSource extends FilterInputStream {

    private boolean broken;

    ObjectSource(InputStream object) {
        super(object);
    }

    /** Whether the object store stopped in the middle. */
    boolean isBroken() {
        return broken;
    }

    @Override
    public int read() throws IOException {
        try {
            return super.read();
        } catch (IOException failure) {
            broken = true;
            throw failure;
        }
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        try {
            return super.read(target, offset, length);
        } catch (IOException failure) {
            broken = true;
            throw failure;
        }
    }
}
