package io.zizhi.document.intake.inspection;

import io.zizhi.document.intake.inspection.picture.PictureFile;
import io.zizhi.document.intake.inspection.picture.PictureFile.Reencoded;
import io.zizhi.document.storage.FileFacts;
import io.zizhi.document.storage.FileFormat;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A file whose structure is accepted. If it is a picture, it has not been decoded yet. */
public final class InspectedFile {

    private final FileFormat format;
    private final byte[] bytes;
    private final @Nullable PictureFile picture;

    InspectedFile(FileFormat format, byte[] bytes, @Nullable PictureFile picture) {
        this.format = format;
        this.bytes = bytes;
        this.picture = picture;
    }

    public FileFormat format() {
        return format;
    }

    /** What is stored of an upload. */
    public static final class Accepted {

        private final FileFacts facts;
        private final byte[] bytes;

        private Accepted(FileFacts facts, byte[] bytes) {
            this.facts = facts;
            this.bytes = bytes;
        }

        public FileFacts facts() {
            return facts;
        }

        /** Returns the uploaded bytes; of a picture, its pixels encoded again. */
        public byte[] bytes() {
            return bytes;
        }
    }

    /**
     * Returns the most bytes that {@link #accept} occupies; 0 if the file is not a picture.
     *
     * @param limit most bytes of a stored file
     */
    public long memory(int limit) {
        return picture == null ? 0 : picture.memory(limit);
    }

    /** Returns what is to be stored. Rejects a picture that cannot be decoded or shows nothing. */
    public Accepted accept(int limit) {
        String uploaded = sha256(bytes);
        if (picture == null) {
            return new Accepted(new FileFacts(format, bytes.length, uploaded, uploaded, null), bytes);
        }
        Reencoded stored = picture.reencode(limit);
        FileFacts facts = new FileFacts(
                stored.format(), stored.bytes().length, sha256(stored.bytes()), uploaded, stored.colour());
        return new Accepted(facts, stored.bytes());
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
