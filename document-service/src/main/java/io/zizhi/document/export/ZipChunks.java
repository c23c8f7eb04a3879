package io.zizhi.document.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes a ZIP file in chunks: what was written since the last {@link #take}. Files over 4 GiB get ZIP64 fields. */
final class ZipChunks {

    private final ByteArrayOutputStream chunk = new ByteArrayOutputStream(80 * 1024);
    private final ZipOutputStream zip = new ZipOutputStream(chunk);
    private final DigestOutputStream content = new DigestOutputStream(zip, sha256());

    /** Begins an entry. Photos are compressed already, so compressing them again costs time for nothing. */
    void begin(String name, boolean compress) {
        writing(() -> {
            zip.setLevel(compress ? Deflater.DEFAULT_COMPRESSION : Deflater.NO_COMPRESSION);
            zip.putNextEntry(new ZipEntry(name));
            content.getMessageDigest().reset();
        });
    }

    void add(byte[] bytes) {
        writing(() -> content.write(bytes));
    }

    /** Ends the entry, and returns the SHA-256 of its bytes as lower-case hexadecimal digits. */
    String end() {
        writing(zip::closeEntry);
        return HexFormat.of().formatHex(content.getMessageDigest().digest());
    }

    /** Ends the file. */
    void finish() {
        writing(zip::finish);
    }

    /** Returns the bytes since the last call, which may be none. */
    byte[] take() {
        byte[] bytes = chunk.toByteArray();
        chunk.reset();
        return bytes;
    }

    private static void writing(Writing writing) {
        try {
            writing.write();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private interface Writing {
        void write() throws IOException;
    }
}
