package io.zizhi.document.intake;

import io.vertx.core.buffer.Buffer;
import java.util.Arrays;

/** The bytes of a body while they arrive: never more than the limit, and without a copy where the length was declared. */
final class BodyBuffer {

    private static final int FIRST = 64 * 1024;

    private final int limit;
    private final int first;
    private byte[] bytes = new byte[0];
    private int count;

    /**
     * @param limit bytes that a body may have
     * @param expected bytes that it will have, where that is known
     */
    BodyBuffer(int limit, long expected) {
        this.limit = limit;
        this.first = expected > 0 && expected <= limit ? (int) expected : FIRST;
    }

    /** False when the body is larger than the limit; nothing more is kept then. */
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
