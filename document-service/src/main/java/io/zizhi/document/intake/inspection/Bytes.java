package io.zizhi.document.intake.inspection;

/** Searches in the bytes of a file. Positions outside of it match nothing. */
public final class Bytes {

    private Bytes() {}

    public static boolean startsWith(byte[] bytes, int at, byte[] part) {
        if (at < 0 || bytes.length - at < part.length) {
            return false;
        }
        for (int i = 0; i < part.length; i++) {
            if (bytes[at + i] != part[i]) {
                return false;
            }
        }
        return true;
    }

    /** Returns the first position from {@code from} and before {@code end} at which the part begins; -1 if none. */
    public static int indexOf(byte[] bytes, byte[] part, int from, int end) {
        int last = Math.min(end, bytes.length) - part.length;
        for (int at = from; at <= last; at++) {
            if (bytes[at] == part[0] && startsWith(bytes, at, part)) {
                return at;
            }
        }
        return -1;
    }

    /** Reads two bytes, least significant first. */
    public static int u16le(byte[] bytes, int at) {
        return (bytes[at] & 0xff) | ((bytes[at + 1] & 0xff) << 8);
    }

    /** Reads four bytes, least significant first, as an unsigned number. */
    public static long u32le(byte[] bytes, int at) {
        return u16le(bytes, at) | ((long) u16le(bytes, at + 2) << 16);
    }
}
