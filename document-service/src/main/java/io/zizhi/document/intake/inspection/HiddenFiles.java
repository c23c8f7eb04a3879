package io.zizhi.document.intake.inspection;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.zizhi.document.storage.FileFormat;
import io.zizhi.platform.http.problem.Problems;

/**
 * Refuses files that contain a second file. Programs find the directory of a ZIP file at its end, a RAR file anywhere,
 * and a PDF in the first kilobyte. So the same bytes can be a harmless picture for one program and something else for
 * another.
 */
public final class HiddenFiles {

    private static final int PDF_SEARCHED = 1_024;

    private static final byte[] PDF = latin("%PDF-");
    private static final byte[] RAR = latin("Rar!\u001a\u0007");
    private static final byte[] ZIP_END = latin("PK\u0005\u0006");
    private static final byte[] ZIP_ENTRY = latin("PK\u0001\u0002");
    private static final int ZIP_END_LENGTH = 22;

    private static final byte[] JPEG = latin("\u00ff\u00d8\u00ff");
    private static final byte[] FILM = latin("ftyp");
    private static final byte[] SAMSUNG = latin("SEFT");

    /** Beginnings of what phones of vivo, OnePlus and their sister brands append: facts about the photo. */
    private static final byte[] STREAM_DATA = latin("streamdata");

    private static final byte[] VIVO = latin("vivo{");

    private HiddenFiles() {}

    static void refuse(FileFormat format, byte[] bytes) {
        boolean hidden = (format != FileFormat.PDF && Bytes.indexOf(bytes, PDF, 0, PDF_SEARCHED) >= 0)
                || (!mayContainZip(format) && containsZip(bytes))
                || Bytes.indexOf(bytes, RAR, 0, bytes.length) >= 0;
        if (hidden) {
            throw Problems.badRequest(
                    "FILE_POLYGLOT", "", "The file contains a second file. Upload the document alone.");
        }
    }

    /**
     * Refuses bytes after the end of a picture, except what phones append: zeros, further pictures, the film of a
     * moving photo, facts about the photo. They are not stored.
     */
    static void refuseTail(byte[] bytes, int end) {
        int start = end;
        while (start < bytes.length && bytes[start] == 0) {
            start++;
        }
        boolean ofPhone = start == bytes.length
                || Bytes.startsWith(bytes, start, JPEG)
                || Bytes.indexOf(bytes, FILM, end, start + 4 + FILM.length) >= 0
                || Bytes.startsWith(bytes, start, STREAM_DATA)
                || Bytes.startsWith(bytes, start, VIVO)
                || Bytes.startsWith(bytes, bytes.length - SAMSUNG.length, SAMSUNG);
        if (!ofPhone) {
            throw tail(bytes.length - end);
        }
    }

    /** @param count bytes after the end */
    public static RuntimeException tail(int count) {
        return Problems.badRequest(
                "FILE_TRAILING_BYTES",
                "",
                "The file continues for " + count + " bytes after its end. Save the document again, then upload it.");
    }

    /** A DOC file of a newer Word holds its theme as a ZIP file. */
    private static boolean mayContainZip(FileFormat format) {
        return format == FileFormat.DOCX || format == FileFormat.DOC;
    }

    /** Returns whether any end of a ZIP directory has its directory in front of it. */
    private static boolean containsZip(byte[] bytes) {
        int at = Bytes.indexOf(bytes, ZIP_END, 0, bytes.length);
        while (at >= 0) {
            if (at + ZIP_END_LENGTH <= bytes.length) {
                long directory = at - Bytes.u32le(bytes, at + 12);
                if (directory >= 0 && Bytes.startsWith(bytes, (int) directory, ZIP_ENTRY)) {
                    return true;
                }
            }
            at = Bytes.indexOf(bytes, ZIP_END, at + 1, bytes.length);
        }
        return false;
    }

    private static byte[] latin(String text) {
        return text.getBytes(ISO_8859_1);
    }
}
