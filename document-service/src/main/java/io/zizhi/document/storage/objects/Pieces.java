package io.zizhi.document.storage.objects;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HexFormat;
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

    /** Cuts the bytes into pieces. */
    public static Pieces of(byte[] bytes) {
        Pieces cut = new Pieces(bytes.length);
        for (int from = 0; from < bytes.length; from += LENGTH) {
            cut.add(Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + LENGTH)));
        }
        return cut;
    }

    void add(byte[] piece) {
        pieces.addLast(piece);
    }

    public int size() {
        return size;
    }

    /** Takes all pieces and returns their SHA-256, as lower-case hexadecimal digits. */
    public String digest() {
        MessageDigest digest = sha256();
        for (byte[] piece = next(); piece != null; piece = next()) {
            digest.update(piece);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Removes and returns the next piece; null after the last. */
    public byte @Nullable [] next() {
        return pieces.pollFirst();
    }
}
