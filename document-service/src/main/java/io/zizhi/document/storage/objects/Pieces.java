package io.zizhi.document.storage.objects;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** The bytes of an object in pieces. The memory of each piece is released separately. */
public final class Pieces {

    /**
     * Length of a piece in bytes. It is small, so that a client that does not read occupies little of its connection's
     * buffers.
     */
    static final int LENGTH = 64 * 1024;

    private final int size;
    private final Deque<byte[]> pieces = new ArrayDeque<>();

    /** @param size total bytes of all pieces */
    Pieces(int size) {
        this.size = size;
    }

    void add(byte[] piece) {
        pieces.addLast(piece);
    }

    public int size() {
        return size;
    }

    /** Removes and returns the next piece; null after the last. */
    public byte @Nullable [] next() {
        return pieces.pollFirst();
    }
}
