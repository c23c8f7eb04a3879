package io.zizhi.document.storage;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** The bytes of an object, in pieces that leave the memory one by one. */
public final class Pieces {

    /** Small enough that a client that does not read keeps little in the buffers of its connection. */
    static final int LENGTH = 64 * 1024;

    private final int size;
    private final Deque<byte[]> pieces = new ArrayDeque<>();

    /** @param size bytes of all pieces together */
    Pieces(int size) {
        this.size = size;
    }

    void add(byte[] piece) {
        pieces.addLast(piece);
    }

    public int size() {
        return size;
    }

    /** The next piece, which is not kept; null behind the last. */
    public byte @Nullable [] next() {
        return pieces.pollFirst();
    }
}
