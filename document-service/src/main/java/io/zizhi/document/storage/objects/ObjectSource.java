package io.zizhi.document.storage.objects;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Ciphertext read from the object store. It records whether reading failed, because the cipher throws the same
 * exception for an outage and for tampered bytes.
 */
final class ObjectSource extends FilterInputStream {

    private boolean broken;

    ObjectSource(InputStream object) {
        super(object);
    }

    /** Returns whether the connection to the object store broke. */
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
