package io.zizhi.document.intake.inspection.picture;

import java.io.ByteArrayOutputStream;

/** Reads numbers from the bytes of a file. An attempt to read past the end means that the image is truncated. */
final class ByteReader {

    private final byte[] bytes;
    private int position;

    ByteReader(byte[] bytes, int position) {
        this.bytes = bytes;
        this.position = position;
    }

    int position() {
        return position;
    }

    boolean atEnd() {
        return position >= bytes.length;
    }

    int u8() {
        if (atEnd()) {
            throw ImageSize.truncated();
        }
        return bytes[position++] & 0xff;
    }

    /** Reads two bytes, most significant first. */
    int u16() {
        return u8() << 8 | u8();
    }

    /** Reads two bytes, least significant first. */
    int u16le() {
        return u8() | u8() << 8;
    }

    /** Reads four bytes, most significant first, as an unsigned number. */
    long u32() {
        return (long) u16() << 16 | u16();
    }

    void skip(long count) {
        if (count < 0 || count > bytes.length - position) {
            throw ImageSize.truncated();
        }
        position += (int) count;
    }

    /** Returns whether the next bytes are this text in Latin letters, without reading them. */
    boolean hasNext(String text) {
        if (bytes.length - position < text.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if ((bytes[position + i] & 0xff) != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    void copy(int start, int end, ByteArrayOutputStream copy) {
        copy.write(bytes, start, end - start);
    }

    /** Returns the orientation in a TIFF header at the current position, without reading it. */
    Orientation orientation(int length) {
        return Orientation.ofTiff(bytes, position, Math.min(position + length, bytes.length));
    }
}
