package io.zizhi.document.intake;

import io.vertx.core.buffer.Buffer;
import java.util.Arrays;

/**
 * Collects the bytes of an arriving body, up to the limit. If the length was declared, the bytes are not copied again.
 */
final class BodyBuffer {

    private static final int FIRST = 64 * 1024;

    private final int limit;
    private final int first;
    private byte[] bytes = new byte[0];
    private int count;

    /**
     * @param limit maximum length of the body in bytes
     * @param expected declared length in bytes; 0 if unknown
     */
    BodyBuffer(int limit, long expected) {
        this.limit = limit;
        this.first = expected > 0 && expected <= limit ? (int) expected : FIRST;
    }

    /** Adds a piece. Returns false and drops all bytes if the body exceeds the limit. */
    boolean add(Buffer piece) {
        int length = piece.length();
        if (length > limit - count) {
            bytes = new byte[0];
            return false;
        }
        if (count + length > bytes.length) {
            int wanted = Math.max(count + length, bytes.length == 0 ? first : 2 * bytes.length);
            bytes = Arrays.copyOf(bytes, Math.min(wanted, limit));
        }
        piece.getBytes(bytes, count);
        count += length;
        return true;
    }

    byte[] whole() {
        return count == bytes.length ? bytes : Arrays.copyOf(bytes, count);
    }
}
