package io.zizhi.document.intake.inspection;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;

import io.zizhi.document.intake.inspection.word.ZipDirectory;
import io.zizhi.document.storage.FileFormat;
import java.util.Optional;

/** Detects the format of a file from its bytes. File name and declared type are ignored. */
final class FileSignature {

    private static final byte[] PNG = latin("\u0089PNG\r\n\u001a\n");
    private static final byte[] JPEG = latin("\u00ff\u00d8\u00ff");
    private static final byte[] GIF87 = latin("GIF87a");
    private static final byte[] GIF89 = latin("GIF89a");
    private static final byte[] PDF = latin("%PDF-");
    private static final byte[] OLE = latin("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1");
    private static final byte[] ZIP = latin("PK\u0003\u0004");

    /** Name of a stream in the OLE containers of Word. Containers of Excel or of installers have no such stream. */
    private static final byte[] WORD_STREAM = "WordDocument".getBytes(UTF_16LE);

    /** Name of the stream that holds an encrypted DOCX or another encrypted Office file. */
    private static final byte[] ENCRYPTED_STREAM = "EncryptedPackage".getBytes(UTF_16LE);

    private FileSignature() {}

    static Optional<FileFormat> detect(byte[] bytes) {
        if (startsWith(bytes, JPEG)) {
            return Optional.of(FileFormat.JPEG);
        }
        if (startsWith(bytes, PNG)) {
            return Optional.of(FileFormat.PNG);
        }
        if (startsWith(bytes, GIF87) || startsWith(bytes, GIF89)) {
            return Optional.of(FileFormat.GIF);
        }
        if (startsWith(bytes, PDF)) {
            return Optional.of(FileFormat.PDF);
        }
        return office(bytes);
    }

    private static Optional<FileFormat> office(byte[] bytes) {
        if (startsWith(bytes, OLE) && (contains(bytes, WORD_STREAM) || contains(bytes, ENCRYPTED_STREAM))) {
            return Optional.of(FileFormat.DOC);
        }
        if (startsWith(bytes, ZIP) && ZipDirectory.of(bytes).isWordDocument()) {
            return Optional.of(FileFormat.DOCX);
        }
        return Optional.empty();
    }

    private static boolean startsWith(byte[] bytes, byte[] signature) {
        return Bytes.startsWith(bytes, 0, signature);
    }

    private static boolean contains(byte[] bytes, byte[] part) {
        return Bytes.indexOf(bytes, part, 0, bytes.length) >= 0;
    }

    private static byte[] latin(String text) {
        return text.getBytes(ISO_8859_1);
    }
}
